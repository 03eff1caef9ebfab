package check

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/image/colornames"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// Brand checks the colours of a site. properties are the custom properties of its theme that have
// a colour, without "--".
func Brand(c *model.Config, properties []string) diag.List {
	var l diag.List
	for _, name := range slices.Sorted(maps.Keys(c.Brand.Colors)) {
		at := []string{"brand", "colors", name}
		if of := strings.TrimPrefix(name, "dark-"); !slices.Contains(properties, of) {
			l.Add(diag.Colour, c.Index.At(append(at, "")...), diag.Want(of, properties)+"; dark- before one is for the dark look", "the theme has no colour %q", name)
		}
		if value := c.Brand.Colors[name]; !IsColour(value) {
			l.Add(diag.Colour, c.Index.At(at...), wantColour(value), "%q is not a colour", value)
		}
	}
	return l
}

// wantColour says what is wanted instead of a text that is not a colour.
func wantColour(value string) string {
	if IsColour("#" + value) {
		return `did you mean "#` + value + `"?`
	}
	hint := `want one of CSS, as in "#5a1f3d", "rgb(90 31 61)", "oklch(40% 0.1 350)" or "maroon"`
	if name := diag.Nearest(value, colornames.Names); name != "" {
		hint += `; did you mean "` + name + `"?`
	}
	return hint
}

// colourForms match the colours of CSS but for their names: digits, and functions with commas or
// blanks between their values.
var colourForms = func() []*regexp.Regexp {
	forms := []string{`#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})`}
	for functions, values := range map[string][3]string{
		"rgba?|lab|oklab": {"V", "V", "V"},
		"hsla?|hwb":       {"H", "V", "V"},
		"lch|oklch":       {"V", "V", "H"},
	} {
		forms = append(forms, `(?:`+functions+`)\( *`+strings.Join(values[:], " +")+`(?: */ *V)? *\)`)
	}
	forms = append(forms, `rgba?\( *V *, *V *, *V(?: *, *V)? *\)`, `hsla?\( *H *, *V *, *V(?: *, *V)? *\)`)
	number := `-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)`
	values := strings.NewReplacer("V", `(?:`+number+`%?|none)`, "H", `(?:`+number+`(?:deg|grad|rad|turn)?|none)`)
	all := make([]*regexp.Regexp, len(forms))
	for i, form := range forms {
		all[i] = regexp.MustCompile(`^` + values.Replace(form) + `$`)
	}
	return all
}()

// IsColour reports whether CSS takes a text for a colour. No colour holds an address.
func IsColour(text string) bool {
	text = strings.ToLower(text)
	if _, named := colornames.Map[text]; named || text == "transparent" || text == "currentcolor" || text == "rebeccapurple" {
		return true
	}
	return slices.ContainsFunc(colourForms, func(form *regexp.Regexp) bool { return form.MatchString(text) })
}
