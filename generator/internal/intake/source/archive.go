package source

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// parts are the files in a Word or OpenDocument file.
type parts struct {
	*reading
	files map[string]*zip.File
	left  int // bytes that may still be unpacked
}

// mostParts is the number of files that may be in one.
const mostParts = 10_000

func (r *reading) parts(data []byte) (*parts, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, r.damaged(err)
	}
	if len(archive.File) > mostParts {
		return nil, r.fault(fmt.Sprintf("it has more than %d parts", mostParts), "want a document as its program saves it")
	}
	p := &parts{reading: r, files: map[string]*zip.File{}, left: 2 * mostPart}
	for _, f := range archive.File {
		p.files[strings.TrimPrefix(f.Name, "/")] = f
	}
	return p, nil
}

func (r *reading) damaged(err error) error {
	return r.fault("it is damaged: "+strings.TrimPrefix(err.Error(), "zip: "), "open it in its program and save it again, or get it again; want a whole file")
}

// part returns the content of a file, nil where it is not there.
func (p *parts) part(name string) ([]byte, error) {
	f := p.files[name]
	if f == nil {
		return nil, nil
	}
	if f.Flags&1 != 0 {
		return nil, p.fault("it is encrypted", "open it with its password, and save it without one")
	}
	content, err := f.Open()
	if err != nil {
		return nil, p.damaged(err)
	}
	defer content.Close()
	most := min(mostPart, p.left)
	data, err := io.ReadAll(io.LimitReader(content, int64(most)+1))
	if len(data) > most {
		return nil, p.fault(fmt.Sprintf("its text has more than %d MB when it is unpacked", mostPart/1_000_000), "divide it")
	}
	if err != nil {
		return nil, p.damaged(err)
	}
	p.left -= len(data)
	return data, p.ctx.Err()
}

// xml returns a reader of a part in XML, nil where it is not there.
func (p *parts) xml(name string) (*xmlReader, error) {
	data, err := p.part(name)
	if err != nil || data == nil {
		return nil, err
	}
	if err := longTags(data); err != nil {
		return nil, p.damaged(fmt.Errorf("%s: %w", name, err))
	}
	return &xmlReader{of: p.reading, name: name, decoder: xml.NewDecoder(bytes.NewReader(data))}, nil
}

// longTags returns an error if XML has what costs a parser more than its size suggests: tags that
// go on and on, or definitions of its own.
func longTags(data []byte) error {
	const (
		longest        = 2_000_000 // drawings have data in their attributes
		mostAttributes = 1_000
	)
	for {
		i := bytes.IndexByte(data, '<')
		if i < 0 {
			return nil
		}
		data = data[i:]
		for _, section := range []struct{ begin, end string }{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<!", ""}, {"<", ""}} {
			switch {
			case !bytes.HasPrefix(data, []byte(section.begin)):
				continue
			case section.begin == "<!":
				return errors.New("it defines entities")
			case section.end == "":
				n, attributes := tagLength(data)
				if n > longest || attributes > mostAttributes {
					return fmt.Errorf("a tag has more than %d bytes or %d attributes", longest, mostAttributes)
				}
				data = data[n:]
			default:
				_, data, _ = bytes.Cut(data, []byte(section.end))
			}
			break
		}
	}
}

// tagLength is the length of the tag with which data begins, and the number of its attributes.
func tagLength(data []byte) (length, attributes int) {
	quote := byte(0)
	for i, c := range data {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
				attributes++
			}
		case c == '"', c == '\'':
			quote = c
		case c == '>':
			return i + 1, attributes
		}
	}
	return len(data), attributes
}

// An xmlReader reads the elements of a part one within the other.
type xmlReader struct {
	of      *reading
	name    string
	decoder *xml.Decoder
	depth   int
	tokens  int
}

// token returns the next token, nil at the end.
func (x *xmlReader) token() (xml.Token, error) {
	if x.tokens++; x.tokens%1000 == 0 && x.of.stop() != nil {
		return nil, x.of.stop()
	}
	t, err := x.decoder.Token()
	switch {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, x.of.damaged(fmt.Errorf("%s: %w", x.name, err))
	}
	switch t.(type) {
	case xml.StartElement:
		if x.depth++; x.depth > mostNesting {
			return nil, x.of.fault(fmt.Sprintf("%s has more than %d elements within each other", x.name, mostNesting), "save it again in its program")
		}
	case xml.EndElement:
		x.depth--
	}
	return t, nil
}

// each calls a function with each element directly within the one whose start was read last, until
// that ends. What the function leaves unread is skipped.
func (x *xmlReader) each(do func(xml.StartElement) error) error { return x.mixed(do, nil) }

// mixed is each, with the texts between the elements.
func (x *xmlReader) mixed(do func(xml.StartElement) error, text func(string)) error {
	depth := x.depth
	for {
		t, err := x.token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case nil:
			return nil
		case xml.StartElement:
			if err := do(t); err != nil {
				return err
			}
			for x.depth > depth {
				if t, err := x.token(); t == nil {
					return err
				}
			}
		case xml.EndElement:
			return nil
		case xml.CharData:
			if text != nil {
				text(string(t))
			}
		}
	}
}

// content returns the text within the element whose start was read last, without its elements.
func (x *xmlReader) content() (string, error) {
	var text strings.Builder
	err := x.mixed(func(xml.StartElement) error { return nil }, func(s string) { text.WriteString(s) })
	return text.String(), err
}

// attr returns an attribute of an element by its local name, "" where it is not there.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
