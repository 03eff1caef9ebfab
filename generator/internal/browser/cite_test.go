package browser

import "testing"

func TestCopyGivesTheLinkOfTheClause(t *testing.T) {
	for name, clipboard := range map[string]string{
		"clipboard":            `{writeText(text) { window.copied = text; return Promise.resolve(); }}`,
		"intranet without one": `undefined`,
	} {
		t.Run(name, func(t *testing.T) {
			b := newTab(t)
			b.open(built.below + "en/protocols/ict-2021.html")
			eval[bool](b, `Object.defineProperty(navigator, "clipboard", {value: `+clipboard+`}) &&
				!document.addEventListener("copy", event => { window.copied = event.target.value; })`)
			b.click("#c4 > h3 > button.copy")
			b.until(`document.querySelector("p[role=status]")?.textContent === "Copied"`)
			if got, want := eval[string](b, "window.copied"), built.http+"en/protocols/ict-2021.html#c4"; got != want {
				t.Errorf("copied %q, want %q", got, want)
			}
		})
	}
}

func TestCitationsAreReadWithoutScripts(t *testing.T) {
	b := newTab(t)
	b.withoutScripts()
	b.open(built.http + "en/protocols/ict-2021.html")
	b.click("#c4 > .citing > summary")
	b.until(`document.querySelector("#c4 > .citing pre").checkVisibility()`)
	b.until(`!document.querySelector("button.copy")`)
}
