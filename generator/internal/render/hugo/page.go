package hugo

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/gohugoio/hugo/common/collections"
	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/helpers"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/gohugoio/hugo/hugolib/sitesmatrix"
	"github.com/gohugoio/hugo/minifiers"
	"github.com/gohugoio/hugo/output"
	"github.com/gohugoio/hugo/tpl"
	"github.com/gohugoio/hugo/tpl/tplimpl"
	"github.com/gohugoio/hugo/transform"
	"github.com/gohugoio/hugo/transform/urlreplacers"

	"github.com/kengash/kengash/generator/internal/diag"
)

// sites render pages, each in one language.
type sites map[string]*site

// site renders the pages of a language.
type site struct {
	of       *hugolib.Site
	vector   sitesmatrix.Vector
	formats  output.Formats
	minify   minifiers.Client
	relative bool // addresses are made relative

	templates sync.Map // of templateKey: *tplimpl.TemplInfo
}

// sitesOf returns those of a project.
func sitesOf(all *hugolib.HugoSites, configs *allconfig.Configs) (sites, error) {
	out := sites{}
	for i, of := range all.Sites {
		s := &site{of: of, vector: sitesmatrix.Vector{i, 0, 0}, formats: configs.Base.OutputFormats.Config, relative: configs.Base.RelativeURLs}
		var err error
		if s.minify, err = minifiers.New(configs.Base.MediaTypes.Config, s.formats, of.Conf); err != nil {
			return nil, err
		}
		out[of.Language().Name()] = s
	}
	return out, nil
}

// view is what a template sees of its page. That it sees nothing else is on purpose.
type view struct{ Params hmaps.Params }

// maxPage is the size in bytes up to which a page is rendered: a template may never end.
const maxPage = 64 << 20

// maxDepth is how deep partials may call each other. Hugo ends at hugoDepth, and then takes a
// minute to make the error of so many levels.
const (
	maxDepth  = 100
	hugoDepth = 999
)

// errLarge is the error of a page that is larger.
var errLarge = fmt.Errorf("the page is larger than %d MiB (want a template that ends)", maxPage>>20)

// limited is a buffer with room for a page.
type limited struct{ *bytes.Buffer }

func (l limited) Write(b []byte) (int, error) {
	if l.Len()+len(b) > maxPage {
		return 0, errLarge
	}
	return l.Buffer.Write(b)
}

// render renders a page into a buffer.
func (all sites) render(p Page, into *bytes.Buffer) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("render of %q failed: %w", p.File(), &panicError{r, debug.Stack()})
		}
	}()
	s := all[strings.ToLower(p.Lang())]
	if s == nil {
		return problem(fmt.Sprintf("%s: the configuration has no language %q", p.Name, p.Lang()))
	}
	format, template, err := s.template(p)
	if err != nil {
		return err
	}
	var params hmaps.Params
	if err := json.Unmarshal(p.Params, &params); err != nil {
		return fmt.Errorf("%s: %w", p.Name, err)
	}
	hmaps.PrepareParams(params)
	ctx := tpl.Context.PartialDecoratorIDStack.Set(context.Background(), collections.NewStack[*tpl.StringBool]())
	ctx = tpl.Context.CurrentTemplate.Set(ctx, &tpl.CurrentTemplateInfo{CurrentTemplateInfoOps: template, Level: hugoDepth - maxDepth})
	var rendered bytes.Buffer
	if err := s.of.TemplateStore.ExecuteWithContext(ctx, template, limited{&rendered}, view{params}); err != nil {
		return fmt.Errorf("render of %q failed: %w", p.File(), err)
	}
	into.Reset()
	if err := s.transforms(p, format).Apply(into, &rendered); err != nil {
		return fmt.Errorf("failed to process %q: %w", p.URL, err)
	}
	return nil
}

// transforms are what Hugo does to a rendered file before it writes it.
func (s *site) transforms(p Page, format output.Format) *transform.Chain {
	chain := transform.NewEmpty()
	if format.IsHTML && s.relative {
		chain = append(chain, urlreplacers.NewAbsURLTransformer(helpers.GetDottedRelativePath(p.URL)))
	}
	if s.minify.MinifyOutput {
		if t := s.minify.Transformer(format.MediaType); t != nil {
			chain = append(chain, t)
		}
	}
	return &chain
}

// templateKey is what the choice of a template depends on.
type templateKey struct{ dir, kind, layout, format string }

// template returns the template of a page, and the format that it writes.
func (s *site) template(p Page) (output.Format, *tplimpl.TemplInfo, error) {
	name := formatOf(p.URL)
	format, ok := s.formats.GetByName(name)
	if !ok {
		return output.Format{}, nil, problem(fmt.Sprintf("%s: no format of files like %s is known", p.Name, path.Base(p.URL)))
	}
	dir := path.Dir(strings.TrimPrefix(p.Name, p.Lang()))
	key := templateKey{dir, p.kind(), p.Layout, name}
	if t, ok := s.templates.Load(key); ok {
		return format, t.(*tplimpl.TemplInfo), nil
	}
	at := dir
	if key.kind == "page" {
		at = strings.TrimSuffix(strings.TrimPrefix(p.Name, p.Lang()), ".md")
	}
	t := s.of.TemplateStore.LookupPagesLayout(tplimpl.TemplateQuery{
		Path:     at,
		Category: tplimpl.CategoryLayout,
		Sites:    s.vector,
		Desc: tplimpl.TemplateDescriptor{
			Kind: key.kind, LayoutFromUser: p.Layout, OutputFormat: format.Name, MediaType: format.MediaType.Type, IsPlainText: format.IsPlainText,
		},
	})
	// Without a template of that name, Hugo takes one for pages of the kind.
	if t == nil || p.Layout != "" && !isNamed(t, p.Layout) {
		msg := fmt.Sprintf("found no layout file for %q for kind %q", name, key.kind)
		if p.Layout != "" {
			msg += fmt.Sprintf(" with layout %q", p.Layout)
		}
		return output.Format{}, nil, &diag.Error{Problems: []diag.Problem{{Code: diag.Template, Msg: msg, Hint: "rendering " + p.File()}}}
	}
	s.templates.Store(key, t)
	return format, t, nil
}

// isNamed reports whether a template is that of a layout, in whatever folder and format.
func isNamed(t *tplimpl.TemplInfo, layout string) bool {
	name, _, _ := strings.Cut(filepath.Base(t.Filename()), ".")
	return strings.EqualFold(name, layout)
}

// formatOf is the output format of files with that extension.
func formatOf(url string) string {
	switch path.Ext(url) {
	case ".js":
		return "script"
	case ".xml":
		return "data"
	case ".txt":
		return "text"
	}
	return "html"
}
