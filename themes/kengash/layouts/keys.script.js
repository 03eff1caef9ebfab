{{- /* What all rows of a list are found by, for js/register.js. */ -}}
kengashRegister.keys({{ .Params.data }});
