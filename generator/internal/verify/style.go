package verify

import (
	"fmt"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// checkStyle verifies CSS that begins at an offset of the file: a style sheet, or the value of an
// attribute in a picture.
func (c *checker) checkStyle(text []byte, at int) {
	lexer := css.NewLexer(parse.NewInputBytes(append([]byte(nil), text...)))
	s := sheet{checker: c, at: at}
	for {
		kind, data := lexer.Next()
		if kind == css.ErrorToken {
			return
		}
		s.token(kind, string(data))
		s.at += len(data)
	}
}

// sheet is where in a style sheet the checker is.
type sheet struct {
	*checker
	at      int  // offset in the file
	within  int  // depth of brackets in a function whose strings are addresses
	imports bool // in @import
}

func (s *sheet) token(kind css.TokenType, written string) {
	switch kind {
	case css.AtKeywordToken:
		s.imports = strings.EqualFold(plain(written), "@import")
	case css.SemicolonToken, css.LeftBraceToken:
		s.imports = false
	case css.FunctionToken:
		s.function(written)
	case css.LeftParenthesisToken:
		if s.within > 0 {
			s.within++
		}
	case css.RightParenthesisToken:
		s.within = max(s.within-1, 0)
	case css.StringToken:
		if s.within > 0 || s.imports {
			s.address(strings.Trim(plain(written), `"'`))
		}
	case css.URLToken:
		s.address(inBrackets(plain(written)))
	case css.BadURLToken, css.BadStringToken:
		s.ambiguous(written)
	case css.IdentToken:
		if name := strings.ToLower(plain(written)); name == "behavior" || name == "-moz-binding" {
			s.add(fault{at: s.at, what: "has the property " + name + ", which ran scripts", want: "remove it", traces: []string{name}})
		}
	}
}

// function verifies the beginning of a function, with its bracket.
func (s *sheet) function(written string) {
	takes := takesAddress(plain(written))
	switch {
	case takes && strings.Contains(written, `\`):
		s.ambiguous(written)
	case s.within > 0 && fromElsewhere(plain(written)):
		s.add(fault{
			at: s.at, what: "takes an address in a style from elsewhere, by " + plain(written) + "…)", value: written,
			want: "write the address itself", traces: []string{written},
		})
	}
	if takes || s.within > 0 {
		s.within++
	}
}

func (s *sheet) ambiguous(token string) {
	s.add(fault{
		at: s.at, what: "has an address in a style that browsers read in ways of their own", value: token,
		want: "close what is quoted, and escape nothing", traces: []string{token},
	})
}

// takesAddress reports whether strings in a function are addresses that are loaded.
func takesAddress(function string) bool {
	switch strings.ToLower(strings.TrimSuffix(function, "(")) {
	case "url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade", "expression":
		return true
	}
	return false
}

// fromElsewhere reports whether a function returns a value that is written elsewhere.
func fromElsewhere(function string) bool {
	switch strings.ToLower(strings.TrimSuffix(function, "(")) {
	case "var", "env", "attr":
		return true
	}
	return false
}

// inBrackets is the content of url(…).
func inBrackets(token string) string {
	_, inner, _ := strings.Cut(token, "(")
	return strings.Trim(strings.TrimSpace(strings.TrimSuffix(inner, ")")), `"'`)
}

// address verifies an address.
func (s *sheet) address(address string) {
	t := parseAddress([]byte(address))
	if s.loadable(t) || s.kind == picture && inlinePicture([]byte(address)) {
		return
	}
	f := fault{at: s.at, value: address, want: wantOwn, traces: []string{address}}
	if t.scheme != "" && !t.web() {
		f.what = fmt.Sprintf("loads by the scheme %q in a style", t.scheme+":")
		f.want = "want a file of the site"
	} else {
		f.what = fmt.Sprintf("asks another host, %s, in a style", t.host)
		f.traces = append(f.traces, t.host)
	}
	s.add(f)
}

// plain returns a token of CSS without its escapes: "\75rl(" is "url(".
func plain(token string) string {
	if !strings.Contains(token, `\`) {
		return token
	}
	var out strings.Builder
	for i := 0; i < len(token); i++ {
		if token[i] != '\\' || i+1 == len(token) {
			out.WriteByte(token[i])
			continue
		}
		end := i + 1
		var r rune
		for ; end < len(token) && end <= i+6 && hex(token[end]) >= 0; end++ {
			r = r<<4 | rune(hex(token[end]))
		}
		switch {
		case end == i+1: // the sign itself; a line break in a string is nothing
			if i++; token[i] != '\n' {
				out.WriteByte(token[i])
			}
			continue
		case end < len(token) && blank(token[end]): // one blank ends the number
			end++
		}
		out.WriteRune(r)
		i = end - 1
	}
	return out.String()
}

func hex(b byte) int {
	switch {
	case b >= '0' && b <= '9':
		return int(b - '0')
	case b|0x20 >= 'a' && b|0x20 <= 'f':
		return int(b|0x20-'a') + 10
	}
	return -1
}
