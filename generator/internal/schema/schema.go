// Package schema describes the data files of a site for editors: it makes a JSON Schema of each
// kind of file from the types of the model and the codes of a collection, so that an editor of TOML
// completes, explains and checks what is typed.
//
// The schemas are of draft 7, and each stands alone, since that is what taplo reads, which most
// editors run for TOML. What it shows beside a code is in "x-taplo". Its completion knows neither a
// reference with a description beside it nor alternatives, so fields are written out where they
// stand.
//
// What a field is, with an example, is said once, in the tables of this package: schemas show it,
// and docs/data.md is made of it.
package schema

// Schema is a JSON Schema, as far as data files need it. Its fields are written in this order.
type Schema struct {
	Draft       string `json:"$schema,omitempty"`
	Ref         string `json:"$ref,omitempty"`
	Title       string `json:"title,omitempty"`
	Description string `json:"description,omitempty"`

	Type      any      `json:"type,omitempty"` // a string, or several
	Enum      []string `json:"enum,omitempty"`
	Pattern   string   `json:"pattern,omitempty"`
	MinLength int      `json:"minLength,omitempty"`
	Minimum   *int     `json:"minimum,omitempty"`
	Maximum   int      `json:"maximum,omitempty"`

	Items    *Schema `json:"items,omitempty"`
	MaxItems int     `json:"maxItems,omitempty"`

	Properties    map[string]*Schema `json:"properties,omitempty"`
	PropertyNames *Schema            `json:"propertyNames,omitempty"`
	Additional    *Schema            `json:"additionalProperties,omitempty"`
	MinProperties int                `json:"minProperties,omitempty"`
	Required      []string           `json:"required,omitempty"`

	AllOf []*Schema `json:"allOf,omitempty"`
	AnyOf []*Schema `json:"anyOf,omitempty"`
	Not   *Schema   `json:"not,omitempty"`
	If    *Schema   `json:"if,omitempty"`
	Else  *Schema   `json:"else,omitempty"`

	Taplo       *taplo             `json:"x-taplo,omitempty"`
	Definitions map[string]*Schema `json:"definitions,omitempty"`
}

// taplo is what taplo alone reads.
type taplo struct {
	Docs taploDocs `json:"docs"`
}

type taploDocs struct {
	Enum []string `json:"enumValues"` // what each value of the enumeration means
}

// unknownKey refuses a key that a table cannot have. Of "false", taplo would mark the whole table;
// so it marks the key, and says what stands here.
var unknownKey = &Schema{Not: &Schema{Title: "an unknown key"}}

// like returns the schema of a text that matches a pattern. Whoever writes another is shown
// examples, which match it, in place of the pattern: nothing that does not match is one of them.
func like(pattern string, examples ...string) *Schema {
	return &Schema{Type: isText, If: &Schema{Pattern: pattern}, Else: &Schema{Enum: examples}}
}

// draft is the version of JSON Schema.
const draft = "http://json-schema.org/draft-07/schema#"

// strings that schemas name types by.
const (
	isText   = "string"
	isNumber = "integer"
	isBool   = "boolean"
	isList   = "array"
	isTable  = "object"
)
