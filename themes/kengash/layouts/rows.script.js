{{- /* The rows of a part of a list for js/register.js. Addresses begin at the site's root; the script makes them relative. */ -}}
{{- $name := .Params.row }}{{ $part := .Params.part }}{{ $rows := slice -}}
{{- range $i, $row := .Params.rows }}{{ $rows = $rows | append (trim (partialCached $name $row $name $part $i) "\n") }}{{ end -}}
kengashRegister.rows({{ jsonify .Params.name }}, {{ jsonify (dict "noHTMLEscape" true) $rows }});
