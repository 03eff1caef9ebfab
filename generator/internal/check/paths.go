package check

import (
	"slices"
	"strconv"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// paths checks that the pages of each kind can be where the site's words for the kinds put them,
// and that no two kinds share a place.
func paths(c *model.Collection, l *diag.List) {
	kinds := c.Vocabulary[model.VocabKind]
	if kinds == nil {
		return
	}
	taken := map[string]model.Kind{}
	for _, k := range model.Kinds {
		if c.Paths.Of(k) == string(k) {
			taken[string(k)] = k
		}
	}
	claim := func(k model.Kind, path string, pos diag.Position) {
		other, has := taken[path]
		if why := model.UnfitPath(path); why != "" {
			l.Add(diag.TermPath, pos, `want a word of its own in lower-case Latin letters, as in "minutes"`, "%q cannot be a part of addresses: it %s", path, why)
		} else if has {
			l.Add(diag.TermPath, pos, "choose another one", "%q is taken: the pages of %s are, or were, there", path, other)
		}
		taken[path] = k
	}
	for _, t := range kinds.Terms {
		at := func(keys ...string) diag.Position { return kinds.Index.At(append([]string{"term", t.Key}, keys...)...) }
		if codes := model.Required[model.VocabKind]; !slices.Contains(codes, model.Code(t.Key)) {
			l.Add(diag.UnknownCode, at(), l.Want(t.Key, known(codes)), "there is no kind %q", t.Key)
			continue
		}
		k, ok := model.KindOf(model.Code(t.Key))
		if !ok && (t.Path != "" || t.FormerPaths != nil) {
			l.Add(diag.TermPath, at("path"), "remove it", "there are no pages of the kind %q", t.Key)
			continue
		}
		if t.Path != "" && t.Path != string(k) {
			claim(k, t.Path, at("path"))
		}
		for i, path := range t.FormerPaths {
			claim(k, path, at("former_paths", strconv.Itoa(i)))
		}
	}
}

// known are codes as texts.
func known(codes []model.Code) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = string(c)
	}
	return out
}
