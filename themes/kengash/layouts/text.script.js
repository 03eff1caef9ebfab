{{- /* A text of a work for js/parallel.js on its pages in other languages. Addresses begin at the site's root; the script makes them relative. */ -}}
kengashText({{ jsonify .Params.lang }}, {{ jsonify (dict "noHTMLEscape" true) .Params.cells }});
