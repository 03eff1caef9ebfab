package source

import (
	"strings"
	"testing"
)

const odtSpace = ` xmlns:office="o" xmlns:text="t" xmlns:table="ta" xmlns:style="s" xmlns:fo="f" xmlns:draw="d" xmlns:xlink="x" xmlns:meta="m" xmlns:dc="dc"`

// odtFile makes an OpenDocument text of a body, its own styles and other parts.
func odtFile(t testing.TB, styles, body string, more ...string) []byte {
	return zipped(t, append([]string{
		"mimetype", "application/vnd.oasis.opendocument.text",
		"content.xml", `<office:document-content` + odtSpace + `><office:automatic-styles>` + styles + `</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`,
	}, more...)...)
}

func TestOpenDocumentText(t *testing.T) {
	item := func(blocks string) string { return "<text:list-item>" + blocks + "</text:list-item>" }
	para := func(text string) string { return "<text:p>" + text + "</text:p>" }
	cell := func(text string) string { return "<table:table-cell>" + para(text) + "</table:table-cell>" }
	doc := read(t, "a.odt", odtFile(t, `
<style:style style:name="B" style:parent-style-name="C"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="C"><style:paragraph-properties fo:text-align="center"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")" text:start-value="2"/><text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/></text:list-style>
<text:list-style style:name="M"><text:list-level-style-bullet text:level="1" text:bullet-char=""/></text:list-style>`,
		`<text:tracked-changes><text:changed-region><text:deletion>`+para("gone")+`</text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="2">Agenda</text:h><text:p text:style-name="B">Bold <text:span>all</text:span></text:p>
<text:p>First<text:s text:c="3"/>and<text:line-break/>more<text:note><text:note-citation>1</text:note-citation><text:note-body>`+para("A note.")+`</text:note-body></text:note> <text:a xlink:href="https://example.org/a">a link</text:a></text:p>
<text:list text:style-name="L">`+item(para("One")+"<text:list>"+item(para("inner")+para("more of it"))+item("<text:list>"+item(para("deep"))+"</text:list>")+"</text:list>")+item(para("Two"))+`</text:list>`+para("between")+
			`<text:list text:style-name="L" text:continue-numbering="true">`+item(para("Three"))+`</text:list><text:list text:style-name="L">`+item(para("Again"))+`</text:list><text:list text:style-name="M">`+item(para("dot"))+`</text:list>
<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">`+para("Head")+`</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>`+cell("A")+cell("B")+`</table:table-row></table:table>
<table:table><table:table-row>`+cell("In a frame")+`</table:table-row></table:table>
<text:p>Before<draw:frame><draw:text-box>`+para("In a box")+`</draw:text-box></draw:frame><office:annotation>`+para("Is that so?")+`</office:annotation></text:p>`,
		"styles.xml", `<office:document-styles`+odtSpace+`><office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style></office:styles><office:master-styles><style:master-page><style:header>`+para("Draft 2")+`</style:header></style:master-page></office:master-styles></office:document-styles>`,
		"meta.xml", `<office:document-meta`+odtSpace+`><office:meta><dc:title>The title</dc:title></office:meta></office:document-meta>`))
	same(t, doc, `
## Agenda
Bold all
First and / more a link
- [1.] One
-- [(b)] inner
-- more of it
--- [1.c.1] deep
- [2.] Two
between
- [3.] Three
- [1.] Again
- [•] dot
Head |  // A | B
In a frame
Before
In a box
^ [1] A note.
`)
	if doc.Language != "en-GB" || doc.Title != "The title" {
		t.Errorf("language %q, title %q", doc.Language, doc.Title)
	}
	if b := doc.Blocks[1]; !b.Bold || b.Align != "center" {
		t.Errorf("%+v; want it bold and in the middle", b)
	}
	if links := doc.Blocks[2].Links; len(links) != 1 || links[0] != (Link{"a link", "https://example.org/a"}) {
		t.Errorf("links %v", links)
	}
	if n := len(mended(doc, "left out")); n != 3 {
		t.Errorf("mends %v; want deleted text, a comment and a running head", doc.Mends)
	}
}

func TestDamagedAndHostileOpenDocumentTexts(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		why  string
	}{
		{"encrypted", odtFile(t, "", "", "META-INF/manifest.xml", "<manifest:encryption-data/>"), "it is encrypted"},
		{"a sheet", zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a/>"), "not a text"},
		{"deep lists", odtFile(t, "", strings.Repeat("<text:list><text:list-item>", 1000)), "elements within each other"},
		{"no text", odtFile(t, "", ""), "it has no text"},
		{"a Word document", wordFile(t, wordPara("", "text")), "its content a Word document"},
		{"bomb", odtFile(t, "", strings.Repeat(" ", mostPart)), "when it is unpacked"},
	} {
		refused(t, c.name+".odt", c.data, c.why)
	}
	loop := `<style:style style:name="A" style:parent-style-name="B"/><style:style style:name="B" style:parent-style-name="A"/>`
	same(t, read(t, "loop.odt", odtFile(t, loop, `<text:p text:style-name="A">text</text:p>`)), "text")
}

func FuzzOpenDocumentText(f *testing.F) {
	f.Add(`<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>`, `<text:list text:style-name="L"><text:list-item><text:p>a<text:note><text:note-body><text:p>b</text:p></text:note-body></text:note></text:p></text:list-item></text:list>`)
	f.Fuzz(func(t *testing.T, styles, body string) {
		if doc, err := Read(t.Context(), "a.odt", odtFile(t, styles, body)); err == nil {
			whole(t, doc)
		}
	})
}
