package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// zipped makes an archive of names and contents.
func zipped(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = f.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	wordSpace = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`
	officeRel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	wordMain  = "word/document.xml"
)

// wordFile makes a Word document of a body and other parts.
func wordFile(t testing.TB, body string, more ...string) []byte {
	return zipped(t, append([]string{
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels", `<Relationships><Relationship Id="rId1" Type="` + officeRel + `officeDocument" Target="` + wordMain + `"/></Relationships>`,
		wordMain, `<w:document` + wordSpace + `><w:body>` + body + `</w:body></w:document>`,
	}, more...)...)
}

// wordPara is a paragraph of Word with properties and a text.
func wordPara(properties, text string) string {
	return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>"
}

// wordList is the property of an item.
func wordList(list, level int) string {
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, list)
}

const wordNumbering = `<w:numbering` + wordSpace + `>
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xf0b7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Article %1"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
</w:numbering>`

func TestTheLabelsOfWordAreThoseItPrints(t *testing.T) {
	doc := read(t, "a.docx", wordFile(t,
		wordPara(wordList(1, 0), "a")+wordPara(wordList(1, 1), "b")+wordPara(wordList(1, 2), "c")+wordPara(wordList(1, 2), "d")+
			wordPara(wordList(1, 1), "e")+wordPara(wordList(1, 2), "f")+wordPara("", "between")+wordPara(wordList(1, 0), "g")+wordPara(wordList(1, 1), "h")+
			wordPara(wordList(1, 0), "")+wordPara(wordList(2, 0), "i")+wordPara(wordList(3, 0), "j")+wordPara(wordList(4, 0), "k")+wordPara(wordList(4, 0), "l")+
			wordPara(`<w:pStyle w:val="Num"/>`, "m")+wordPara(`<w:pStyle w:val="Num"/>`+wordList(0, 0), "n"),
		"word/numbering.xml", wordNumbering,
		"word/styles.xml", `<w:styles`+wordSpace+`><w:style w:type="paragraph" w:styleId="Num"><w:name w:val="Clause"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>`))
	same(t, doc, `
- [1.] a
-- [1.1] b
--- [(a)] c
--- [(b)] d
-- [1.2] e
--- [(a)] f
between
- [2.] g
-- [2.1] h
- [•] i
- [Article IV] j
- [7.] k
- [8.] l
- [Article V] m
n
`)
}

func TestWordDocument(t *testing.T) {
	run := func(properties, text string) string {
		return "<w:r><w:rPr>" + properties + `</w:rPr><w:t xml:space="preserve">` + text + "</w:t></w:r>"
	}
	cell := func(properties, text string) string {
		return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + wordPara("", text) + "</w:tc>"
	}
	field := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	doc := read(t, "a.docx", wordFile(t,
		wordPara(`<w:pStyle w:val="H2"/>`, "Agenda")+
			wordPara(`<w:jc w:val="center"/>`, "in the middle")+
			"<w:p>"+run("<w:b/>", "Bold ")+run("<w:b/>", "all")+"</w:p>"+
			"<w:p>"+run("<w:b/>", "Chair: ")+run(`<w:b w:val="0"/>`, "A.&#160;By")+run("", "ron")+"<w:r><w:br/><w:t>next</w:t><w:softHyphen/><w:t>line</w:t><w:noBreakHyphen/><w:t>x</w:t></w:r></w:p>"+
			"<w:p>"+run("", "It is ")+"<w:del>"+strings.ReplaceAll(run("", "not "), "w:t", "w:delText")+"</w:del><w:ins>"+run("", "now ")+"</w:ins>"+run("", "so.")+`<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`+
			`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+run("", "One ")+"</w:p><w:p>"+run("", "paragraph")+run("<w:vanish/>", "secret")+"</w:p>"+
			`<w:p><w:hyperlink r:id="rId9">`+run("", "a link")+"</w:hyperlink>"+run("", " and ")+field("begin")+`<w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>`+field("separate")+run("", "another")+field("end")+"</w:p>"+
			"<w:tbl><w:tr>"+cell(`<w:gridSpan w:val="2"/>`, "Head")+cell("", "C")+"</w:tr><w:tr>"+cell(`<w:vMerge w:val="restart"/>`, "A")+cell("", "B")+cell("", "C")+"</w:tr><w:tr>"+cell("<w:vMerge/>", "")+cell("", "D")+cell("", "E")+"</w:tr></w:tbl>"+
			"<w:tbl><w:tr>"+cell("", "In a frame")+"</w:tr></w:tbl>"+
			"<w:p>"+run("", "Before")+"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>"+wordPara("", "In a box")+"</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"+wordPara("", "In a box")+"</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"+
			"<w:sdt><w:sdtPr/><w:sdtContent>"+wordPara(`<w:pStyle w:val="T1"/>`, "Agenda 1")+wordPara("", "In a control")+"</w:sdtContent></w:sdt>",
		"word/_rels/document.xml.rels", `<Relationships><Relationship Id="rId9" Type="`+officeRel+`hyperlink" Target="https://example.org/a" TargetMode="External"/>
<Relationship Id="rId1" Type="`+officeRel+`header" Target="header1.xml"/><Relationship Id="rId2" Type="`+officeRel+`comments" Target="/word/comments.xml"/></Relationships>`,
		"word/styles.xml", `<w:styles`+wordSpace+`><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="Heading 2"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style></w:styles>`,
		"word/footnotes.xml", `<w:footnotes`+wordSpace+`><w:footnote w:type="separator" w:id="0">`+wordPara("", "—")+`</w:footnote><w:footnote w:id="2">`+wordPara("", "A note.")+`</w:footnote></w:footnotes>`,
		"word/header1.xml", `<w:hdr`+wordSpace+`>`+wordPara("", "Draft 2")+`</w:hdr>`,
		"word/comments.xml", `<w:comments`+wordSpace+`><w:comment w:id="1">`+wordPara("", "Is that so?")+`</w:comment></w:comments>`,
		"docProps/core.xml", `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>The title</dc:title></cp:coreProperties>`))
	same(t, doc, `
## Agenda
in the middle
Bold all
Chair: A. Byron / nextline‑x
It is now so.
One paragraph
a link and another
Head |  | C // A | B | C //  | D | E
In a frame
Before
In a box
In a control
^ [1] A note.
`)
	if doc.Language != "en-GB" || doc.Title != "The title" {
		t.Errorf("language %q, title %q", doc.Language, doc.Title)
	}
	if b := doc.Blocks[0]; !b.Bold {
		t.Errorf("%+v is not bold", b)
	}
	if b := doc.Blocks[1]; b.Align != "center" || b.At.Paragraph != 2 {
		t.Errorf("%+v", b)
	}
	if !doc.Blocks[2].Bold || doc.Blocks[3].Bold {
		t.Error("what is bold: want the third block, not the fourth")
	}
	if links := doc.Blocks[6].Links; len(links) != 2 || links[0] != (Link{"a link", "https://example.org/a"}) || links[1] != (Link{"another", "https://example.org/b"}) {
		t.Errorf("links %v", links)
	}
	var left []string
	for _, m := range doc.Mends {
		left = append(left, m.What+": "+m.From)
	}
	want := "removed 1 soft hyphen: Chair: A. Byron / next\u00adline‑x|left out deleted text: not|left out hidden text: secret|left out a line of the table of contents: Agenda 1|left out a running head: Draft 2|left out a comment: Is that so?"
	if got := strings.ReplaceAll(strings.Join(left, "|"), "\n", " / "); got != want {
		t.Errorf("mends\n%s\nwant\n%s", got, want)
	}
}

func TestTheLanguageOfADocumentIsWrittenInItsScript(t *testing.T) {
	styles := `<w:styles` + wordSpace + `><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`
	for text, want := range map[string]string{"Minutes": "en-US", "Протокол": "", "会议纪要": "zh-CN"} {
		if doc := read(t, "a.docx", wordFile(t, wordPara("", text), "word/styles.xml", styles)); doc.Language != want {
			t.Errorf("the language of %q is %q, want %q", text, doc.Language, want)
		}
	}
}

func TestDamagedAndHostileWordDocuments(t *testing.T) {
	sound := wordFile(t, wordPara("", "text"))
	encrypted := bytes.ReplaceAll(sound, []byte("PK\x01\x02\x14\x00\x14\x00\x08"), []byte("PK\x01\x02\x14\x00\x14\x00\x09"))
	for _, c := range []struct {
		name string
		data []byte
		why  string
	}{
		{"cut off", sound[:len(sound)/2], "it is damaged"},
		{"cut off at the end", sound[:len(sound)-10], "it is damaged"},
		{"encrypted", encrypted, "it is encrypted"},
		{"no text", wordFile(t, ""), "it has no text"},
		{"not closed", zipped(t, "[Content_Types].xml", "", wordMain, "<w:document><w:body><w:p>"), "it is damaged"},
		{"no main part", zipped(t, "[Content_Types].xml", "", "word/other.xml", ""), "no part with a text"},
		{"deep", wordFile(t, strings.Repeat("<w:a>", 100_000)), "elements within each other"},
		{"deep tables", wordFile(t, strings.Repeat("<w:tbl><w:tr><w:tc>", 1000)), "elements within each other"},
		{"attributes", wordFile(t, "<w:p "+strings.Repeat(`a="" `, 2_000)+"/>"), "a tag has more than"},
		{"a long attribute", wordFile(t, `<w:p a="`+strings.Repeat("a", 3_000_000)+`"/>`), "a tag has more than"},
		{"entities", zipped(t, "[Content_Types].xml", "", wordMain, `<!DOCTYPE a [<!ENTITY b "ccc">]><a>&b;</a>`), "it defines entities"},
		{"bomb", wordFile(t, wordPara("", strings.Repeat(" ", mostPart))), "when it is unpacked"},
		{"paragraphs", wordFile(t, strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", mostBlocks+1)), "paragraphs"},
		{"a sheet", zipped(t, "[Content_Types].xml", "", "xl/workbook.xml", ""), "a table or presentation"},
		{"an archive", zipped(t, "a.txt", "text"), "it is an archive"},
		{"OpenDocument", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<a/>"), "name it"},
	} {
		refused(t, c.name+".docx", c.data, c.why)
	}
	loop := `<w:styles` + wordSpace + `><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>`
	same(t, read(t, "loop.docx", wordFile(t, wordPara(`<w:pStyle w:val="A"/>`, "text"), "word/styles.xml", loop)), "text")
}

func FuzzWordDocument(f *testing.F) {
	f.Add(wordPara(wordList(1, 0), "a")+wordPara(`<w:rPr><w:del/></w:rPr>`, "b")+"<w:tbl><w:tr><w:tc>"+wordPara("", "c")+"</w:tc></w:tr></w:tbl>", wordNumbering)
	f.Add(`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/><w:drawing><w:txbxContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:txbxContent></w:drawing><w:fldChar w:fldCharType="end"/></w:r></w:p>`, "")
	f.Fuzz(func(t *testing.T, body, numbering string) {
		if doc, err := Read(t.Context(), "a.docx", wordFile(t, body, "word/numbering.xml", numbering)); err == nil {
			whole(t, doc)
		}
	})
}

func TestATableThatLaysOutALetterIsNoTable(t *testing.T) {
	wordRow := func(cells ...string) string {
		return "<w:tr><w:tc>" + strings.Join(cells, "</w:tc><w:tc>") + "</w:tc></w:tr>"
	}
	odtRow := func(cells ...string) string {
		return "<table:table-row><table:table-cell>" + strings.Join(cells, "</table:table-cell><table:table-cell>") + "</table:table-cell></table:table-row>"
	}
	for _, c := range []struct {
		format                 string
		row                    func(...string) string
		para, begin, end, head string
		file                   func(testing.TB, string) []byte
	}{
		{"docx", wordRow, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", "<w:tbl>", "</w:tbl>", wordPara(`<w:outlineLvl w:val="0"/>`, "Minutes"),
			func(t testing.TB, body string) []byte { return wordFile(t, body) }},
		{"odt", odtRow, "<text:p>%s</text:p>", "<table:table>", "</table:table>", `<text:h text:outline-level="1">Minutes</text:h>`,
			func(t testing.TB, body string) []byte { return odtFile(t, "", body) }},
	} {
		para := func(text string) string { return fmt.Sprintf(c.para, text) }
		table := func(rows ...string) string { return c.begin + strings.Join(rows, "") + c.end + para("") }
		doc := read(t, "a."+c.format, c.file(t,
			table(c.row(para(""), para("APPROVED")+para("Director A. Byron")), c.row(para(""), para("3 May 2024")))+
				table(c.row(para("Office"), c.head+para("The board met in the hall.")+table(c.row(para("Who"), para("What")), c.row(para("Ada"), para("To write")))+para("Closed.")))+
				table(c.row(para("Chair"), para("A. Byron")), c.row(para("Secretary"), para("K. Goedel")))))
		same(t, doc, `
APPROVED
Director A. Byron
3 May 2024
Office
# Minutes
The board met in the hall.
Who | What // Ada | To write
Closed.
Chair | A. Byron // Secretary | K. Goedel
`)
	}
}
