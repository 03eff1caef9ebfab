package source

import (
	"archive/zip"
	"bytes"
	"path"
	"strings"
)

// named are the formats by the endings of names.
var named = map[string]string{
	".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".docx": "docx", ".docm": "docx",
	".pdf": "pdf", ".odt": "odt", ".html": "html", ".htm": "html", ".xhtml": "html",
}

// titles are the formats in words.
var titles = map[string]string{
	"txt": "a plain text", "md": "Markdown", "docx": "a Word document (.docx)", "pdf": "a PDF",
	"odt": "an OpenDocument text (.odt)", "html": "a web page",
}

// format returns the format of a file, by its content and its name.
func (r *reading) format(data []byte) (string, error) {
	ending := strings.ToLower(path.Ext(r.doc.Name))
	content, err := r.content(data)
	if err != nil {
		return "", err
	}
	want, known := named[ending]
	text := want == "txt" || want == "md" || want == "html"
	switch {
	case content != "" && known && want != content:
		return "", r.fault("its name says "+titles[want]+", its content "+titles[content], "name it "+base(r.doc.Name)+"."+content)
	case content != "":
		return content, nil
	case known && !text:
		return "", r.fault("it is not "+titles[want], "it may be damaged, or have a wrong name; want a file that its program opens")
	case known:
		return want, nil
	case webPage(data):
		return "html", nil
	case ending == "":
		return "txt", nil
	}
	return "", r.fault("files with the ending "+ending+" are not read", "want "+formatsNamed)
}

func base(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// content returns the format that the first bytes of a file say, "" for a text of any kind.
func (r *reading) content(data []byte) (string, error) {
	switch start := data[:min(len(data), 1024)]; {
	case bytes.Contains(start, []byte("%PDF-")):
		return "pdf", nil
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("PK\x05\x06")):
		return r.archive(data)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		if bytes.Contains(data, wide("EncryptedPackage")) {
			return "", r.fault("it is encrypted", "open it with its password, and save it without one")
		}
		return "", r.fault("it is in the binary format of Word before 2007 (.doc)", "open it in Word or LibreOffice, and save it as .docx")
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return "", r.fault("it is in Rich Text Format (.rtf)", "open it in Word or LibreOffice, and save it as .docx")
	}
	return "", nil
}

// wide is ASCII text as UTF-16.
func wide(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}

// archive returns the format of a zip file, by the parts in it.
func (r *reading) archive(data []byte) (string, error) {
	files, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", r.fault("it is damaged: "+strings.TrimPrefix(err.Error(), "zip: "), "copy or download it again; want a whole file")
	}
	has := map[string]bool{}
	for _, f := range files.File {
		has[f.Name] = true
	}
	switch {
	case has["word/document.xml"], has["[Content_Types].xml"] && !has["xl/workbook.xml"] && !has["ppt/presentation.xml"]:
		return "docx", nil
	case has["xl/workbook.xml"], has["ppt/presentation.xml"]:
		return "", r.fault("it is a table or presentation of Office, not a text", "want "+formatsNamed)
	case has["mimetype"] && has["content.xml"]:
		return "odt", nil
	}
	return "", r.fault("it is an archive, not a text", "unpack it, and import the files in it: "+formatsNamed)
}

// webPage reports whether a text begins as HTML does.
func webPage(data []byte) bool {
	start := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 512)], "\xef\xbb\xbf \t\r\n"))
	return bytes.HasPrefix(start, []byte("<!doctype html")) || bytes.HasPrefix(start, []byte("<html"))
}
