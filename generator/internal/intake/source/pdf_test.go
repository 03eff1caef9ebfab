package source

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"
	"time"
)

func init() { pdfTime, pdfFirstTime = 5*time.Minute, 10*time.Minute }

// A pdfFile is a PDF that is being made: its objects, of which the first is the catalog and the
// second the tree of pages.
type pdfFile struct{ objects []string }

// add adds an object and returns its number.
func (f *pdfFile) add(object string) int {
	f.objects = append(f.objects, object)
	return len(f.objects)
}

func stream(dict, content string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(content), content)
}

// bytes is the file, with more entries of its trailer.
func (f *pdfFile) bytes(trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, object := range f.objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, trailer, start)
	return b.Bytes()
}

const pdfFonts = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> >>"

// pdfOf makes a PDF of the contents of pages.
func pdfOf(pages ...string) *pdfFile {
	f := &pdfFile{objects: []string{"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>", ""}}
	var kids strings.Builder
	for _, page := range pages {
		content := f.add(stream("", page))
		fmt.Fprintf(&kids, "%d 0 R ", f.add(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << %s >> /Contents %d 0 R >>", pdfFonts, content)))
	}
	f.objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), len(pages))
	return f
}

// show is an instruction that shows a text at a place.
func show(x, y float64, text string) string { return showAs("F1", 11, x, y, text) }

func showAs(font string, size, x, y float64, text string) string {
	return fmt.Sprintf("BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, size, x, y, strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(text))
}

// column shows lines one below the other.
func column(x, y float64, lines ...string) string {
	var b strings.Builder
	for i, line := range lines {
		b.WriteString(show(x, y-14*float64(i), line))
	}
	return b.String()
}

func TestPagesOfAPDF(t *testing.T) {
	head := show(72, 800, "Committee of Examples")
	doc := read(t, "a.pdf", pdfOf(
		head+showAs("F2", 16, 220, 760, "Minutes of a meeting")+
			column(72, 720, "1. The committee discussed the plan for the coming year, and agreed that a draft of", "it would be ready by June, after consultations with the states and with all co-")+
			column(72, 692, "operation partners. The cooperation of all of the partners of the year before was", "welcomed by everybody in the room; it was noted that several of the partners of the")+
			show(300, 30, "1"),
		head+column(72, 760, "programme were absent.", "2. The committee took note of the report.")+
			column(72, 700, "Item", "Report on the", "budget")+column(272, 700, "Owner", "Ada Byron")+column(400, 700, "Due", "June")+
			show(300, 30, "2"),
	).bytes(""))
	same(t, doc, `
Minutes of a meeting
1. The committee discussed the plan for the coming year, and agreed that a draft of it would be ready by June, after consultations with the states and with all cooperation partners. The cooperation of all of the partners of the year before was welcomed by everybody in the room; it was noted that several of the partners of the programme were absent.
2. The committee took note of the report.
Item
Report on the
budget | Owner
Ada Byron | Due
June
`)
	if b := doc.Blocks[0]; !b.Bold || b.Align != "center" || b.At.Page != 1 {
		t.Errorf("%+v; want it bold, in the middle, on page 1", b)
	}
	if doc.Language != "en-GB" {
		t.Errorf("language %q", doc.Language)
	}
	if n := len(mended(doc, "left out a running head")) + len(mended(doc, "left out the number")); n != 4 {
		t.Errorf("mends %v; want two running heads and two numbers", doc.Mends)
	}
}

func TestTablesAndColumnsOfAPDF(t *testing.T) {
	long := func(word string) []string {
		var lines []string
		for range 10 {
			lines = append(lines, word+" goes on and on in a column of")
		}
		return append(lines, "the page.")
	}
	for _, c := range []struct{ name, page, want string }{
		{"rows", show(72, 700, "No.") + show(172, 700, "Item") + show(372, 700, "Owner") +
			show(72, 686, "1") + show(172, 686, "Report") + show(372, 686, "Ada") +
			show(72, 672, "2") + show(372, 672, "Grace"), "No. | Item | Owner // 1 | Report | Ada // 2 |  | Grace"},
		{"cells of several lines", column(72, 700, "Report on", "the budget") + column(300, 700, "Ada Byron", "by June") +
			column(72, 670, "Plan") + column(300, 670, "Grace"), "Report on the budget | Ada Byron by June // Plan | Grace"},
		{"cells of several paragraphs", show(72, 700, "Item") + show(120, 700, "Minute") + show(400, 700, "Action") + show(72, 680, "1") + column(120, 680, "Roof", "Two firms have been up there and both want to do", "it before the winter.", "Agreed.") + show(400, 680, "Ada to sign") +
			show(72, 600, "2") + column(120, 600, "Ada Byron (AB), Director", "Bo Lund (BL)") + show(400, 600, "none"), "Item | Minute | Action // 1 | Roof\nTwo firms have been up there and both want to do it before the winter.\nAgreed. | Ada to sign // 2 | Ada Byron (AB), Director\nBo Lund (BL) | none"},
		{"a cell that begins above its row", column(72, 714, "Company") + show(300, 714, "Name") + column(72, 700, "Carnegie Mellon", "University") + show(300, 686, "Ada") +
			column(72, 672, "Other") + show(300, 672, "Grace"), "Company | Name // Carnegie Mellon University | Ada // Other | Grace"},
		{"items with hanging lines", column(72, 700, "- The committee discussed the plan for the coming year, and took note") + column(82, 686, "of it; and then", "Went on.") +
			column(72, 658, "o That is all.", "Chair: Ada"), "- The committee discussed the plan for the coming year, and took note of it; and then Went on.\no That is all.\nChair: Ada"},
		{"an address of a page", column(72, 700, "The committee asked its members to look at the page https://example.org/", "minutes before they come to the meeting."), "The committee asked its members to look at the page https://example.org/minutes before they come to the meeting."},
		{"a small table at the foot", column(72, 700, "The committee discussed the plan for the coming year, and took note of it.") + showAs("F1", 7, 72, 60, "1") + showAs("F1", 7, 200, 60, "2") + showAs("F1", 7, 72, 50, "3") + showAs("F1", 7, 200, 50, "4"), "The committee discussed the plan for the coming year, and took note of it.\n1 | 2 // 3 | 4"},
		{"narrow columns", show(72, 700, "Item") + show(220, 700, "Owner") + show(72, 686, "Report on the budget of it") + show(212, 686, "Ada") +
			show(72, 672, "Plan of the coming year") + show(212, 672, "Grace") + show(72, 658, "Third") + show(212, 658, "Alan"), "Item | Owner // Report on the budget of it | Ada // Plan of the coming year | Grace // Third | Alan"},
		{"a gap above the beginning of a word", show(72, 700, "Day of the talks: 16 February 2020") + show(249, 700, "r.") + show(72, 686, "Day of the signature: .. ..") + show(249, 686, "2020 r."), "Day of the talks: 16 February 2020 r.\nDay of the signature: .. .. 2020 r."},
		{"an indented line that is short by as much", column(72, 700, "The committee discussed the plan for the coming year, and took note of it as presented.", "It had no questions on the report of the secretariat, nor on the budget of the year to it.") + show(108, 658, "RESOLVED, that the committee approve the minutes of its meeting before as") + column(72, 644, "presented. It took note of the report on the work of the secretariat and of its members.", "It rose."), "The committee discussed the plan for the coming year, and took note of it as presented. It had no questions on the report of the secretariat, nor on the budget of the year to it.\nRESOLVED, that the committee approve the minutes of its meeting before as presented. It took note of the report on the work of the secretariat and of its members. It rose."},
		{"heads above columns of signs", show(72, 700, "Name") + show(200, 700, "Present  Absent") + show(300, 700, "Note") + show(72, 686, "Ada Byron") + show(215, 686, "x") + show(300, 686, "late") +
			show(72, 672, "Grace") + show(215, 672, "x") + show(72, 658, "Alan") + show(262, 658, "x") + show(300, 658, "ill"), "Name | Present | Absent | Note // Ada Byron | x |  | late // Grace | x |  |  // Alan |  | x | ill"},
		{"signatures side by side", column(72, 700, "For the first party", "______________", "Ada Byron") + column(320, 700, "For the second party of them", "and all of its offices", "______________", "Alan Turing"),
			"For the first party\n______________\nAda Byron | For the second party of them\nand all of its offices\n______________\nAlan Turing"},
		{"a place and a date", show(72, 700, "Tashkent") + show(430, 700, "25 May 2021") + column(72, 680, "The committee met."), "Tashkent 25 May 2021\nThe committee met."},
		{"items", show(72, 700, "1.") + column(100, 700, "The committee discussed the plan for the coming year, and", "took note of it.") + show(72, 670, "2.") + column(100, 670, "It rose."), "1. The committee discussed the plan for the coming year, and took note of it.\n2. It rose."},
		{"columns", column(72, 700, long("left")...) + column(320, 700, long("right")...),
			strings.Repeat("left goes on and on in a column of ", 10) + "the page.\n" + strings.Repeat("right goes on and on in a column of ", 10) + "the page."},
		{"a footnote", column(72, 700, "The committee discussed the plan for the coming year, and took note of it.", "It had no questions on the report of the secretariat or on the budget of it.") + showAs("F1", 8, 72, 60, "1 See the report.") + showAs("F1", 8, 72, 50, "Page nine."), "The committee discussed the plan for the coming year, and took note of it. It had no questions on the report of the secretariat or on the budget of it.\n^ 1 See the report. Page nine."},
	} {
		doc := read(t, "a.pdf", pdfOf(c.page).bytes(""))
		doc.Name = c.name
		same(t, doc, c.want)
	}
}

func TestATurnedPageIsReadAsItIsShown(t *testing.T) {
	for turn, page := range map[int]string{
		90:  "0 1 -1 0 595 0 cm ",
		180: "-1 0 0 -1 595 842 cm ",
		270: "0 -1 1 0 0 842 cm ",
	} {
		f := pdfOf(page + column(72, 500, "The committee discussed the plan for the coming year, and agreed that", "a draft would be ready by June."))
		f.objects[3] = strings.Replace(f.objects[3], "/MediaBox", fmt.Sprintf("/Rotate %d /MediaBox", turn), 1)
		doc := read(t, "a.pdf", f.bytes(""))
		doc.Name = fmt.Sprint(turn)
		same(t, doc, "The committee discussed the plan for the coming year, and agreed that a draft would be ready by June.")
	}
}

// deflated is data that unpacks to n bytes of the same text.
func deflated(text string, n int) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	for i := 0; i < n; i += len(text) {
		_, _ = w.Write([]byte(text))
	}
	_ = w.Close()
	return b.String()
}

func TestDamagedAndHostilePDFs(t *testing.T) {
	sound := pdfOf(show(72, 700, "text")).bytes("")
	flate := func(content string) []byte {
		f := pdfOf("")
		f.objects[2] = stream("/Filter /FlateDecode", content)
		return f.bytes("")
	}
	picture := pdfOf("q 500 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q")
	empty := pdfOf()
	nameless := pdfOf("BT /F1 11 Tf 72 700 Td <00010002000300040005> Tj ET")
	nameless.objects[3] = strings.Replace(nameless.objects[3], pdfFonts, "/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >> >>", 1)
	many := pdfOf(make([]string, mostPages+1)...)
	tree := pdfOf(show(72, 700, "text"))
	tree.objects[1] = "<< /Type /Pages /Kids [2 0 R 2 0 R 2 0 R] /Count 3000000 >>"
	var crowd strings.Builder
	for i := range 150 {
		crowd.WriteString(showAs("F1", 1, 10, 5*float64(i), strings.Repeat("crowded ", 100)))
	}
	form := pdfOf("/X Do")
	form.objects[3] = strings.Replace(form.objects[3], "/Font", "/XObject << /X 5 0 R >> /Font", 1)
	form.add(stream("/Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << /XObject << /X 5 0 R >> >>", strings.Repeat("/X Do ", 1000)))
	for _, c := range []struct {
		name string
		data []byte
		why  string
	}{
		{"pictures", picture.bytes(""), "make text of them with a program such as ocrmypdf"},
		{"no text", pdfOf("").bytes(""), "it has no text"},
		{"no pages", empty.bytes(""), "it has no pages"},
		{"a font that names no character", nameless.bytes(""), "its fonts do not say which characters they draw"},
		{"encrypted", pdfOf(show(72, 700, "text")).bytes("/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <" + strings.Repeat("41", 32) + "> /U <" + strings.Repeat("42", 32) + "> >>"), "it is encrypted"},
		{"only a first line", []byte("%PDF-1.7\nhello"), "it is damaged"},
		{"a trailer of nothing", []byte("%PDF-1.7\ntrailer"), "it is damaged"},
		{"cut off", sound[:60], "it is damaged"},
		{"many pages", many.bytes(""), "more than 2000 pages"},
		{"a tree in itself", tree.bytes(""), ""},
		{"a form in itself", form.bytes(""), ""},
		{"a page of many characters", pdfOf(crowd.String()).bytes(""), "more than 100000 characters"},
		{"a stream of a gigabyte", flate(deflated(strings.Repeat(" ", 1<<20), 1<<30)), ""},
		{"a page of a gigabyte of text", flate(deflated(show(72, 700, strings.Repeat("a", 1000)), 1<<28)), ""},
	} {
		if usual := pdfTime; c.why == "" { // any error will do
			pdfTime = time.Second
			refused(t, c.name+".pdf", c.data, c.why)
			pdfTime = usual
			continue
		}
		refused(t, c.name+".pdf", c.data, c.why)
	}
}

func TestAPDFWithADamagedTableOfObjectsIsRead(t *testing.T) {
	sound := pdfOf(show(72, 700, "The text.")).bytes("")
	same(t, read(t, "a.pdf", bytes.Replace(sound, []byte("startxref\n"), []byte("startxref\n9"), 1)), "The text.")
}

func FuzzPDF(f *testing.F) {
	f.Add(column(72, 700, "a", "b") + column(200, 700, "c", "d") + show(300, 500, "e-"))
	f.Add("BT /F1 12 Tf 1 0 0 1 72 700 Tm [(a) -2000 (b)] TJ T* (c) ' ET")
	f.Fuzz(func(t *testing.T, content string) {
		if doc, err := Read(t.Context(), "a.pdf", pdfOf(content, content).bytes("")); err == nil {
			whole(t, doc)
		}
	})
}

func TestShortPagesAreNotTakenForRunningHeads(t *testing.T) {
	doc := read(t, "a.pdf", pdfOf(show(72, 700, "The council met."), show(72, 700, "The council met.")).bytes(""))
	same(t, doc, "The council met.\nThe council met.")
}

func TestWhatStandsAtTheEdgesOfPagesIsNoRunningHead(t *testing.T) {
	for _, c := range []struct{ name, first, second string }{
		{"at another height", column(72, 800, "Chair", "The council met.") + show(72, 600, "It took note."), column(72, 786, "Chair", "The council rose.")},
		{"beside other text", show(72, 800, "For the office") + show(300, 800, "Ada") + show(72, 700, "One."), show(72, 800, "For the office") + show(300, 800, "Grace") + show(72, 700, "Two.")},
		{"with a number of its own", show(72, 800, "Resolution 11") + show(72, 700, "One."), show(72, 800, "Resolution 18") + show(72, 700, "Two.")},
		{"below text of the page", column(72, 800, "First", "Members") + show(72, 700, "One."), column(72, 800, "Second", "Members") + show(72, 700, "Two.")},
	} {
		if left := mended(read(t, "a.pdf", pdfOf(c.first, c.second).bytes("")), "left out"); len(left) > 0 {
			t.Errorf("%s: %v; want nothing left out", c.name, left)
		}
	}
	doc := read(t, "a.pdf", pdfOf(show(72, 800, "The council, page 1 of 2")+show(72, 700, "One."), show(72, 800, "The council, page 2 of 2")+show(72, 700, "Two.")).bytes(""))
	same(t, doc, "One.\nTwo.")
}

func TestALineThatEndsWithACommaGoesOn(t *testing.T) {
	doc := read(t, "a.pdf", pdfOf(column(72, 700, "Present: Ada Byron, Grace Hopper, Alan Turing, Kurt Goedel,", "Emmy Noether, Charles Babbage.", "Agenda", "Report", "Plan", "Budget", "Any other business")).bytes(""))
	if got := doc.Blocks[0].Text; got != "Present: Ada Byron, Grace Hopper, Alan Turing, Kurt Goedel, Emmy Noether, Charles Babbage." {
		t.Errorf("the first paragraph is %q", got)
	}
}

func TestSidesThatSignStandOnLinesOfTheirOwn(t *testing.T) {
	doc := read(t, "a.pdf", pdfOf(column(72, 700, "The committee discussed the plan for the coming year, and took note", "of it as presented by the secretariat.", "For the Government of the Northern Republic", "For the Government of the Southern Islands", "For the Government of Alder")).bytes(""))
	same(t, doc, "The committee discussed the plan for the coming year, and took note of it as presented by the secretariat.\nFor the Government of the Northern Republic\nFor the Government of the Southern Islands\nFor the Government of Alder")
}

func TestAFullLineAboveASpaceEndsItsParagraph(t *testing.T) {
	var page strings.Builder
	y := 760.0
	for _, paragraph := range [][]string{
		{"Place of the meeting: the hall of the harbour."},
		{"On the first item the board heard Ms Byron, who proposed to extend the term of", "the director."},
		{"For 90 %, against none, abstaining none."},
		{"The board resolved to extend the term of the director by three years, until 2 June 2027."},
		{"On the second item it heard Mr Turing, who proposed to move the office to another", "town, and to buy a house."},
		{"For 15 %, against 75 %."},
		{"The motion did not carry."},
		{"On the third item it heard Ms Hopper."},
	} {
		page.WriteString(column(72, y, paragraph...))
		y -= 14*float64(len(paragraph)) + 9
	}
	same(t, read(t, "a.pdf", pdfOf(page.String()).bytes("")), `
Place of the meeting: the hall of the harbour.
On the first item the board heard Ms Byron, who proposed to extend the term of the director.
For 90 %, against none, abstaining none.
The board resolved to extend the term of the director by three years, until 2 June 2027.
On the second item it heard Mr Turing, who proposed to move the office to another town, and to buy a house.
For 15 %, against 75 %.
The motion did not carry.
On the third item it heard Ms Hopper.
`)
}
