package load

import (
	"io/fs"
	"path"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/limit"
)

// measured are the folders of a site that the program reads.
var measured = []string{"data", "content", "assets", "i18n", "layouts", "static", "themes"}

// measure holds the site's folder as a whole against the limits before anything else of it is read,
// and looks at the files that go from it to Hugo; ok is false where there is too much of it.
func (l *loader) measure() (ok bool, err error) {
	m := measure{Limits: l.limits, site: l.src.Site, stamps: l.stamps, now: time.Now()}
	for _, dir := range measured {
		if m.over != nil {
			break
		}
		if err := m.folder(dir); err != nil {
			return false, err
		}
	}
	if m.over != nil {
		l.problems.AddProblem(*m.over)
		return false, nil
	}
	ok, l.count.total = true, m.records
	for _, f := range m.handedOn {
		if path.Ext(f.name) == ".toml" {
			if _, _, err := l.read(l.src.Site, f.name); err != nil {
				return false, err
			}
		} else if isCode(f.name) && f.bytes > int64(l.limits.CodeBytes) {
			l.problems.AddProblem(*limit.Over(f.name, "divide it", "code_bytes", l.limits.CodeBytes, "bytes"))
			ok = false // it would be parsed to see what it takes in
		} else if isCode(f.name) {
			data, err := fs.ReadFile(l.src.Site, f.name)
			if err != nil {
				continue // told by who reads it
			}
			if p := l.limits.Code(f.name, data); p != nil {
				l.problems.AddProblem(*p)
				ok = false
			}
			if !strings.HasPrefix(f.name, "assets/") && path.Ext(f.name) == ".html" {
				data = normalised(data)
				reportCharacters(chars.Find(data), &l.problems, func(c chars.Fault) diag.Position { return position(f.name, data, c.Offset) })
			}
		} else if f.bytes > int64(l.limits.FileBytes) {
			l.problems.AddProblem(*limit.Over(f.name, "offer it elsewhere, and link to it", "file_bytes", l.limits.FileBytes, "bytes"))
		}
	}
	return ok, nil
}

// isCode reports whether a file is a layout, or a style sheet or script that is bundled.
func isCode(name string) bool {
	parts := strings.Split(name, "/")
	if parts[0] == "themes" && len(parts) > 2 {
		parts = parts[2:]
	}
	switch path.Ext(name) {
	case ".css", ".scss", ".sass", ".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".tsx", ".json":
		return parts[0] == "assets"
	}
	return parts[0] == "layouts"
}

// measure is how much there is of a site.
type measure struct {
	limit.Limits
	site     fs.FS
	files    int
	records  int // and texts
	bytes    int64
	over     *diag.Problem
	handedOn []handedOn
	stamps   map[string]stamp // nil where they are not wanted
	now      time.Time
}

// handedOn is a file that is not read here but by Hugo, or copied.
type handedOn struct {
	name  string
	bytes int64
}

// folder adds the contents of a folder. Whoever reads the files reports those that cannot be read.
func (m *measure) folder(dir string) error {
	return fs.WalkDir(m.site, dir, func(name string, d fs.DirEntry, err error) error {
		if d == nil || strings.HasPrefix(d.Name(), ".") || err != nil {
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if m.files++; m.files > m.Files {
			m.over = limit.Over(dir, "look what was copied here", "files", m.Files, "files and folders in the site's folder")
			return fs.SkipAll
		}
		info, err := d.Info()
		if m.stamps != nil {
			m.stamps[name] = stamp{}
			if err == nil {
				s, says := folder.StampOf(info, m.now)
				m.stamps[name] = stamp{s, says}
			}
		}
		if err != nil || !info.Mode().IsRegular() {
			return nil
		}
		if m.bytes += info.Size(); m.bytes > int64(m.SourceBytes) {
			m.over = limit.Over(name, "look what was copied here", "source_bytes", m.SourceBytes, "bytes in the files of the site's folder together")
			return fs.SkipAll
		}
		switch _, lang := ofLanguage(d.Name()); {
		case dir != "data" && dir != "content":
			m.handedOn = append(m.handedOn, handedOn{name, info.Size()})
		case path.Dir(name) != vocabularyDir && lang == "": // words are read with the facts
			m.records++
		}
		return nil
	})
}
