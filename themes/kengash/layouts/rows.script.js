{{- /* The rows of a part of a list for js/register.js. Addresses begin at the site's root; the script makes them relative. */ -}}
{{- $row := .Params.row }}{{ $rows := slice -}}
{{- range .Params.rows }}{{ $rows = $rows | append (trim (partial $row .) "\n") }}{{ end -}}
kengashRegister.rows({{ jsonify .Params.name }}, {{ jsonify (dict "noHTMLEscape" true) $rows }});
