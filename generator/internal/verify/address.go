package verify

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strings"
)

// target is where an address leads.
type target struct {
	scheme string // in lower case; "" in a relative address
	host   string // with its port, in lower case; "" where the address names none
}

// own reports whether an address leads to the site itself.
func (v *verifier) own(t target) bool {
	return t.host == "" && t.scheme == "" || t.host == v.host && v.host != "" && (t.scheme == "" || t.web())
}

// web reports whether the scheme is that of web pages.
func (t target) web() bool { return t.scheme == "https" || t.scheme == "http" }

// loadable reports whether a page may load what is at an address, or send something there.
func (v *verifier) loadable(t target) bool {
	return v.own(t) || (t.scheme == "" || t.scheme == "https") && slices.Contains(v.opt.Hosts, t.host)
}

// followable reports whether a link may lead to an address.
func followable(t target) bool {
	return t.scheme == "" || t.web() || t.scheme == "mailto" || t.scheme == "tel"
}

// parseAddress returns where an address leads, as browsers read it: they skip
// controls and blanks around it and tabs and line breaks in it, and take "\" for "/". The first
// bytes decide nearly every address of a page.
func parseAddress(address []byte) target {
	for i, b := range address {
		switch {
		case b <= ' ' || b == '\\' || b == ':' || b == '/' && i == 0:
			return parseWhole(address)
		case b == '/' || b == '?' || b == '#':
			return target{}
		}
	}
	return target{}
}

func parseWhole(address []byte) target {
	s := clean(address)
	scheme := ""
	if n := strings.IndexFunc(s, func(r rune) bool { return !schemeRune(r) }); n > 0 && s[n] == ':' && letter(s[0]) {
		scheme, s = strings.ToLower(s[:n]), s[n+1:]
		if scheme != "https" && scheme != "http" {
			return target{scheme: scheme}
		}
	} else if !strings.HasPrefix(s, "//") {
		return target{}
	}
	s = strings.TrimLeft(s, "/")
	if i := strings.IndexAny(s, "/?#"); i >= 0 {
		s = s[:i]
	}
	s = s[strings.LastIndexByte(s, '@')+1:]
	return target{scheme, strings.ToLower(s)}
}

// clean returns an address as browsers begin to read it, with "/" for "\".
func clean(address []byte) string {
	s := strings.TrimFunc(string(address), func(r rune) bool { return r <= ' ' })
	return asBrowsers.Replace(s)
}

var asBrowsers = strings.NewReplacer("\t", "", "\n", "", "\r", "", `\`, "/")

func schemeRune(r rune) bool {
	return r < 0x80 && (letter(byte(r)) || r >= '0' && r <= '9' || r == '+' || r == '-' || r == '.')
}

func letter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// fileOf returns the file that an address of the site names, as seen from a page of it; "" where it
// leads out of the site.
func (v *verifier) fileOf(from string, address []byte) string {
	u, err := url.Parse(clean(address))
	if err != nil {
		return ""
	}
	place := u.Path
	switch {
	case place == "":
		return from
	case u.Host == "" && !strings.HasPrefix(place, "/"):
		place = path.Join(v.root, path.Dir(from), place)
	default:
		place = path.Clean(place)
	}
	file, ok := strings.CutPrefix(place, v.root)
	if !ok {
		return ""
	}
	if strings.HasSuffix(u.Path, "/") || file == "" {
		file = path.Join(file, "index.html")
	}
	return file
}

// refreshTarget returns the address in a refresh, "0; url=…", as browsers read it.
func refreshTarget(content []byte) []byte {
	rest := bytes.TrimLeft(bytes.TrimSpace(content), "0123456789.")
	rest = bytes.TrimSpace(rest)
	if len(rest) > 0 && (rest[0] == ';' || rest[0] == ',') {
		rest = bytes.TrimSpace(rest[1:])
	}
	if len(rest) >= 3 && bytes.EqualFold(rest[:3], []byte("url")) {
		if after := bytes.TrimSpace(rest[3:]); len(after) > 0 && after[0] == '=' {
			rest = bytes.TrimSpace(after[1:])
		}
	}
	if len(rest) > 0 && (rest[0] == '"' || rest[0] == '\'') {
		rest, _, _ = bytes.Cut(rest[1:], rest[:1])
	}
	return rest
}
