package load

import (
	"errors"
	"reflect"
	"runtime"
	"strings"

	"github.com/BurntSushi/toml"
	"golang.org/x/sync/errgroup"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// loader is what the reading of a site, or of one of its files, goes by and finds.
type loader struct {
	src        Source
	problems   diag.List
	langs      []model.Lang
	collection *model.Collection
}

// eachFile reads files side by side, each by a loader of its own, and takes over what they find
// wrong in the order of the files.
func eachFile[T, R any](l *loader, files []T, read func(*loader, T) (R, error)) ([]R, error) {
	loaders, results := make([]loader, len(files)), make([]R, len(files))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, file := range files {
		group.Go(func() (err error) {
			loaders[i] = loader{src: l.src, langs: l.langs, collection: l.collection}
			results[i], err = read(&loaders[i], file)
			return err
		})
	}
	err := group.Wait()
	for i := range loaders {
		l.problems.Append(loaders[i].problems)
	}
	return results, err
}

// bindFile parses a TOML file into a struct of the model; ok is false where its syntax is broken.
func (l *loader) bindFile(file string, data []byte, into any) (index *diag.Index, ok bool) {
	return l.bind(file, data, into, binder{})
}

// bind is bindFile with a binder of its own ways.
func (l *loader) bind(file string, data []byte, into any, b binder) (index *diag.Index, ok bool) {
	table, index, ok := l.parse(file, data)
	if !ok {
		return nil, false
	}
	b.index, b.problems, b.langs = index, &l.problems, l.langs
	b.table(table, nil, reflect.ValueOf(into).Elem())
	return index, true
}

// parse reads the syntax of a TOML file and the positions of its keys.
func (l *loader) parse(file string, data []byte) (table map[string]any, index *diag.Index, ok bool) {
	data = normalised(data)
	if err := toml.Unmarshal(data, &table); err != nil {
		l.problems.AddProblem(syntaxProblem(file, data, err))
		return nil, nil, false
	}
	return table, positions(file, data), true
}

func syntaxProblem(file string, data []byte, err error) diag.Problem {
	p := diag.Problem{Pos: diag.Position{File: file}, Msg: err.Error()}
	if parse, ok := errors.AsType[toml.ParseError](err); ok {
		p.Pos = position(file, data, parse.Position.Start) // its own column counts bytes
		p.Msg = "not TOML: " + parse.Message
		p.Hint = strings.Join(strings.Fields(parse.Usage), " ")
	}
	return p
}
