package hugo

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/gohugoio/hugo/common/herrors"
)

// Problem is one thing Hugo found wrong.
type Problem struct {
	// File is where it was found, as in "layouts/home.html", "i18n/ru.toml" or
	// "content/ru/states/uz.md". It is empty if Hugo did not say.
	File string

	// Layer is the index in Project.Theme of the layer that holds File. It is
	// -1 if File is empty or no part of the theme.
	Layer int

	// Line and Col start at 1; zero if unknown.
	Line, Col int

	// Msg says what is wrong.
	Msg string

	// Page is the page Hugo was rendering, as in "content/ru/states/uz.md", or
	// "/ru/states" for one without a file; empty if Hugo did not say.
	Page string
}

// String returns the problem as file:line:col: message.
func (p Problem) String() string {
	if p.File == "" {
		return p.Msg
	}
	pos := p.File
	if p.Line > 0 {
		pos += ":" + strconv.Itoa(p.Line)
	}
	if p.Line > 0 && p.Col > 0 {
		pos += ":" + strconv.Itoa(p.Col)
	}
	msg := pos + ": " + p.Msg
	if p.Page != "" && p.Page != p.File {
		msg += " (rendering " + p.Page + ")"
	}
	return msg
}

// Error lists what kept a site from being rendered, sorted by position.
type Error struct {
	Problems []Problem
}

// Error returns all problems, one a line.
func (e *Error) Error() string {
	lines := make([]string, 0, len(e.Problems))
	for _, p := range e.Problems {
		lines = append(lines, p.String())
	}
	return strings.Join(lines, "\n")
}

// newError returns problems as an error, sorted and each but once.
func newError(problems []Problem) *Error {
	slices.SortFunc(problems, func(a, b Problem) int {
		return cmp.Or(a.compare(b), cmp.Compare(a.Page, b.Page))
	})
	// A mistake in a template shows on each page it renders; one will do.
	return &Error{Problems: slices.CompactFunc(problems, func(a, b Problem) bool {
		return a.compare(b) == 0
	})}
}

// compare orders problems by position and message.
func (p Problem) compare(q Problem) int {
	return cmp.Or(
		cmp.Compare(p.Layer, q.Layer),
		cmp.Compare(p.File, q.File),
		cmp.Compare(p.Line, q.Line),
		cmp.Compare(p.Col, q.Col),
		cmp.Compare(p.Msg, q.Msg),
	)
}

// locator turns what Hugo says into problems. Hugo names files by their path
// in the work folder, which means nothing to anyone else.
type locator struct {
	work string
}

// fromError returns the problems in an error of Hugo's, a tree of errors joined
// and wrapped. The deepest that has a position says where the mistake is.
func (l locator) fromError(err error, page string) []Problem {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var problems []Problem
		for _, e := range joined.Unwrap() {
			problems = append(problems, l.fromError(e, page)...)
		}
		return problems
	}
	if m := renderOf.FindStringSubmatch(err.Error()); m != nil {
		page = l.clean(m[1])
	}
	if inner := errors.Unwrap(err); inner != nil && l.hasPosition(inner) {
		return l.fromError(inner, page)
	}

	p := l.fromText(err.Error())
	var fe herrors.FileError
	if errors.As(err, &fe) && l.hasPosition(fe) {
		p = l.fromFileError(fe)
	} else if fe != nil {
		removeRejected(fe.Position().Filename)
	}
	p.Page = page
	return []Problem{p}
}

// fromFileError returns the problem in an error that has a position itself.
func (l locator) fromFileError(fe herrors.FileError) Problem {
	pos := fe.Position()
	file, layer := l.file(pos.Filename)
	p := Problem{File: file, Layer: layer, Line: pos.LineNumber, Col: max(pos.ColumnNumber, 0)}
	msg := errors.Unwrap(fe).Error()
	switch {
	case strings.HasPrefix(file, "assets/"):
		p.Col++ // esbuild counts columns from 0
	case strings.HasPrefix(file, "layouts/"):
		// Templates count columns from 0, and have none when they do not
		// parse; what Hugo gives then is made up.
		p.Col = 0
		if m := inTemplate.FindStringSubmatch(msg); m != nil && m[1] != "" {
			col, _ := strconv.Atoi(m[1])
			p.Col = col + 1
		}
		msg = inTemplate.ReplaceAllString(msg, "")
	}
	p.Msg = l.clean(msg)
	return p
}

// rejected begins the name of the temporary file in which Hugo leaves output
// that it could not minify. People are better served by the page's own name,
// which Hugo also gives.
const rejected = "hugo-transform-error"

func removeRejected(file string) {
	if strings.HasPrefix(filepath.Base(file), rejected) {
		os.Remove(file)
	}
}

var (
	// renderOf matches how Hugo names the page it was rendering.
	renderOf = regexp.MustCompile(`^render of "([^"]+)" failed: `)

	// inTemplate matches what Hugo and the template say before the mistake
	// itself; the group is the column.
	inTemplate = regexp.MustCompile(`^(?:execute|parse) of template failed: template: [^:]+:\d+(?::(\d+))?: (?:executing "[^"]*" at )?`)
)

// hasPosition reports whether there is a position in the project anywhere in
// the tree of err.
func (l locator) hasPosition(err error) bool {
	return slices.ContainsFunc(herrors.UnwrapFileErrors(err), func(fe herrors.FileError) bool {
		file, _ := l.file(fe.Position().Filename)
		return file != "" && fe.Position().LineNumber > 0
	})
}

// textPos finds a position in a message: path:line or path:line:column.
var textPos = regexp.MustCompile(`([^\s"'()]+\.\w+):(\d+)(?::(\d+))?`)

// fromText returns the problem in a message that may name a position.
func (l locator) fromText(msg string) Problem {
	p := Problem{Layer: -1, Msg: l.clean(msg)}
	for _, m := range textPos.FindAllStringSubmatch(msg, -1) {
		file, layer := l.file(m[1])
		if file == "" {
			continue
		}
		p.File, p.Layer = file, layer
		p.Line, _ = strconv.Atoi(m[2])
		p.Col, _ = strconv.Atoi(m[3])
	}
	return p
}

// file returns the path of a file in the work folder relative to its layer, and
// the layer. The path is empty for a file that lies elsewhere.
func (l locator) file(name string) (file string, layer int) {
	rel, ok := strings.CutPrefix(name, l.work+string(filepath.Separator))
	if !ok {
		return "", -1
	}
	rel = filepath.ToSlash(rel)
	dir, rest, _ := strings.Cut(rel, "/")
	if slices.Contains(buildDirs, dir) {
		return rel, 0
	}
	if dir == themesDir {
		name, inLayer, _ := strings.Cut(rest, "/")
		if i, err := strconv.Atoi(strings.TrimPrefix(name, layerPrefix)); err == nil {
			return inLayer, i
		}
	}
	return rel, -1
}

var (
	// layerPath matches where the layers of a theme lie in the work folder.
	layerPath = regexp.MustCompile(themesDir + `/` + layerPrefix + `\d+/`)

	// noise matches what tells the author of a site nothing: the steps of
	// Hugo's build, the place of rejected output, and the whole security
	// configuration in print.
	noise = regexp.MustCompile(`(?s)"[^"]*` + rejected + `\d+:\d+:\d+": |^(?:(?:render|assemble|process): )?(?:\[[^\]]*\] failed to render pages: )?|; the current security configuration is:.*$`)
)

// clean takes the work folder and other noise out of a message.
func (l locator) clean(msg string) string {
	msg = strings.ReplaceAll(msg, l.work+string(filepath.Separator), "")
	msg = strings.ReplaceAll(msg, l.work, ".")
	msg = layerPath.ReplaceAllString(msg, "")
	return noise.ReplaceAllString(msg, "")
}

// missingTranslation returns the problem of a key without a translation.
func missingTranslation(lang, key string) Problem {
	return Problem{Layer: -1, Msg: fmt.Sprintf("missing translation: %s/%s has no %q", i18nDir, lang, key)}
}
