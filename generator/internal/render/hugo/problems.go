package hugo

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/gohugoio/hugo/common/herrors"

	"github.com/kengash/kengash/generator/internal/diag"
)

// NewError returns problems of templates as an error, sorted and each but once. A mistake in
// a template shows on each page it renders; one will do.
func NewError(problems []diag.Problem) *diag.Error {
	var l diag.List
	for _, p := range problems {
		l.AddProblem(p)
	}
	return &diag.Error{Problems: slices.CompactFunc(l.Sorted(), func(a, b diag.Problem) bool {
		return a.Pos == b.Pos && a.Msg == b.Msg
	})}
}

// locator turns what Hugo says into problems. Hugo names files by their path
// in the work folder, which means nothing to anyone else; problems name them by
// their path in the project or in the layer of the theme that holds them, as in
// "layouts/home.html". The hint is the page that Hugo was rendering.
type locator struct {
	work string
}

// problemsOf returns the problems that an error stands for: its own, or those that Hugo tells.
func (l locator) problemsOf(err error) []diag.Problem {
	if own, ok := errors.AsType[*diag.Error](err); ok {
		return own.Problems
	}
	return l.fromError(err, "")
}

// fromError returns the problems in an error of Hugo's, a tree of errors joined
// and wrapped. The deepest that has a position says where the mistake is.
func (l locator) fromError(err error, page string) []diag.Problem {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var problems []diag.Problem
		for _, e := range joined.Unwrap() {
			problems = append(problems, l.fromError(e, page)...)
		}
		return problems
	}
	// The texts of a chain that is as deep as the templates call each other are long: they are not
	// made but for the first and the last.
	if page == "" {
		if m := renderOf.FindStringSubmatch(err.Error()); m != nil {
			page = l.clean(m[1])
		}
	}
	located := err
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(inner) {
		if _, ok := inner.(interface{ Unwrap() []error }); ok && l.hasPosition(inner) {
			return l.fromError(inner, page)
		}
		if fe, ok := inner.(herrors.FileError); ok && l.isPosition(fe) {
			located = inner
		}
	}
	err = located

	p := l.fromText(err.Error())
	var fe herrors.FileError
	if errors.As(err, &fe) && l.isPosition(fe) {
		p = l.fromFileError(fe)
	}
	if page != "" && p.Pos.File != "" && page != p.Pos.File {
		p.Hint = "rendering " + page
	}
	return []diag.Problem{p}
}

// fromFileError returns the problem in an error that has a position itself.
func (l locator) fromFileError(fe herrors.FileError) diag.Problem {
	pos := fe.Position()
	file := l.file(pos.Filename)
	p := diag.Problem{Code: diag.Template, Pos: diag.Position{File: file, Line: pos.LineNumber, Col: max(pos.ColumnNumber, 0)}}
	msg := errors.Unwrap(fe).Error()
	switch {
	case strings.HasPrefix(file, "assets/"):
		p.Pos.Col++ // esbuild counts columns from 0
	case strings.HasPrefix(file, "layouts/"):
		// Templates count columns from 0, and have none when they do not
		// parse; what Hugo gives then is made up.
		p.Pos.Col = 0
		if m := inTemplate.FindStringSubmatch(msg); m != nil && m[1] != "" {
			col, _ := strconv.Atoi(m[1])
			p.Pos.Col = col + 1
		}
		msg = strings.TrimPrefix(inTemplate.ReplaceAllString(msg, ""), "execute of template failed: ")
	}
	p.Msg = l.clean(msg)
	return p
}

// rejected begins the name of the temporary file in which Hugo leaves output
// that it could not minify. People are better served by the page's own name,
// which Hugo also gives.
const rejected = "hugo-transform-error"

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
	return slices.ContainsFunc(herrors.UnwrapFileErrors(err), l.isPosition)
}

// isPosition reports whether the position of an error is in the project.
func (l locator) isPosition(fe herrors.FileError) bool {
	return l.file(fe.Position().Filename) != "" && fe.Position().LineNumber > 0
}

// textPos finds a position in a message: path:line or path:line:column.
var textPos = regexp.MustCompile(`([^\s"'()]+\.\w+):(\d+)(?::(\d+))?`)

// escaping matches what is said of a template whose HTML is broken: its name, perhaps a line, and
// what is wrong.
var escaping = regexp.MustCompile(`html/template:([^:\s]+)(?::(\d+)(?::\d+)?)?: (.*)`)

// fromText returns the problem in a message that may name a position.
func (l locator) fromText(msg string) diag.Problem {
	p := diag.Problem{Code: diag.Template, Msg: l.clean(msg)}
	if m := escaping.FindStringSubmatch(p.Msg); m != nil {
		p = diag.Problem{Code: diag.Template, Pos: diag.Position{File: "layouts/" + m[1]}, Msg: m[3], Hint: "close and quote what its HTML opens: tags, attributes, comments, scripts"}
		p.Pos.Line, _ = strconv.Atoi(m[2])
		if strings.HasPrefix(p.Msg, "ends in a non-text context") { // in terms of the parser
			p.Msg = "ends within a tag, a comment or a script"
		}
		return p
	}
	for _, m := range textPos.FindAllStringSubmatch(msg, -1) {
		file := l.file(m[1])
		if file == "" {
			continue
		}
		p.Pos.File = file
		p.Pos.Line, _ = strconv.Atoi(m[2])
		p.Pos.Col, _ = strconv.Atoi(m[3])
	}
	return p
}

// file returns the path of a file in the work folder relative to its layer;
// empty for a file that is elsewhere.
func (l locator) file(name string) string {
	rel, ok := strings.CutPrefix(name, l.work+string(filepath.Separator))
	if !ok {
		return ""
	}
	rel = filepath.ToSlash(rel)
	if loc := layerPath.FindStringIndex(rel); loc != nil && loc[0] == 0 {
		return rel[loc[1]:]
	}
	return rel
}

var (
	// layerPath matches where the layers of a theme are in the work folder.
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
func missingTranslation(lang, key string) diag.Problem {
	return diag.Problem{Code: diag.MissingWord, Msg: fmt.Sprintf("missing translation: %s/%s has no %q", i18nDir, lang, key)}
}
