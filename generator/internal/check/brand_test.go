package check

import "testing"

func TestColoursAreThoseOfCSS(t *testing.T) {
	for _, c := range []string{
		"#5a1f3d", "#5A1F3D", "#fff", "#ffff", "#5a1f3dcc", "maroon", "RebeccaPurple", "transparent", "currentColor",
		"rgb(90, 31, 61)", "rgb(90 31 61)", "rgba(90,31,61,.5)", "rgb(90 31 61 / 50%)", "rgb(35% 12% 24%)", "hsl(330, 49%, 24%)",
		"hsl(330deg 49% 24%)", "hwb(330 12% 65%)", "lab(25% 29 -6)", "oklab(0.35 .09 -0.01)", "lch(25% 30 350)",
		"oklch(40% 0.1 350)", "oklch(0.4 0.1 0.97turn / .8)", "oklch(40% none 350)",
	} {
		if !IsColour(c) {
			t.Errorf("%q is no colour", c)
		}
	}
	for _, c := range []string{
		"", " ", "5a1f3d", "#5a1f3", "#12345", "#ggg", "bordeaux red", "red;", "red}", "url(//evil.example)", "url(#a)", "var(--accent)",
		"rgb(90 31)", "rgb(90, 31 61)", "rgb(90 31 61", "rgb(url(//evil.example) 0 0)", "attr(x)", "image(red)", "expression(1)",
		"red/**/", "#fff url(//evil.example)", "rgb(1 2 3)\n", "env(x)", "inherit", "calc(1)",
	} {
		if IsColour(c) {
			t.Errorf("%q is a colour", c)
		}
	}
}
