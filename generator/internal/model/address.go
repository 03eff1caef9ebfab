package model

import "strings"

// Paths are the parts of addresses that name kinds: "minutes" in "en/minutes/2026-03.html". They
// follow the site's words for the kinds. The zero value calls each kind by the name of its folder.
type Paths struct {
	own    map[Kind]string // of kinds that are not called by their folders
	former []formerPath
}

// formerPath is where the pages of a kind were.
type formerPath struct {
	kind Kind
	path string
}

// PathsOf returns the paths that the terms of the vocabulary "kind" name.
func PathsOf(kinds *Vocabulary) Paths {
	p := Paths{own: map[Kind]string{}}
	if kinds == nil {
		return p
	}
	for _, t := range kinds.Terms {
		k, ok := KindOf(Code(t.Key))
		if !ok {
			continue
		}
		if t.Path != "" {
			p.own[k] = t.Path
		}
		for _, path := range t.FormerPaths {
			p.former = append(p.former, formerPath{k, path})
		}
	}
	return p
}

// Of returns the path of a kind.
func (p Paths) Of(k Kind) string {
	if own := p.own[k]; own != "" {
		return own
	}
	return string(k)
}

// Kind returns the kind whose pages are at a path, or were; "" for none.
func (p Paths) Kind(path string) Kind {
	for _, k := range Kinds {
		if p.Of(k) == path {
			return k
		}
	}
	for _, f := range p.former {
		if f.path == path {
			return f.kind
		}
	}
	return ""
}

// Meant returns the reference that somebody meant who wrote an address, the name of a file, a path
// of the site or a kind in the singular: "../minutes/2026-03.html#c1" is "protocols/2026-03#c1". ok
// is false where nothing like it is one.
func (p Paths) Meant(s string) (r Ref, ok bool) {
	s, node, hasNode := strings.Cut(s, "#")
	parts := strings.Split(s, "/")
	if len(parts) < 2 {
		return Ref{}, false
	}
	folder, id := parts[len(parts)-2], parts[len(parts)-1]
	kind := p.Kind(folder)
	if k, is := KindOf(Code(folder)); is {
		kind = k
	} else if Kind(folder).Known() {
		kind = Kind(folder)
	} else if kind == "" && folder == "minutes" {
		kind = Protocols
	}
	for _, end := range []string{".html", ".md", ".toml"} {
		id = strings.TrimSuffix(id, end)
	}
	s = string(kind) + "/" + id
	if hasNode {
		s += "#" + node
	}
	return ParseRef(s)
}

// Former returns the addresses at which a page of a kind was before.
func (p Paths) Former(url string) (urls []string) {
	if len(p.former) == 0 {
		return nil
	}
	lang, rest, _ := strings.Cut(url, "/")
	path, rest, _ := strings.Cut(rest, "/")
	for _, f := range p.former {
		if rest != "" && p.Of(f.kind) == path {
			urls = append(urls, lang+"/"+f.path+"/"+rest)
		}
	}
	return urls
}

// Moves calls visit with each folder in which pages of a language were before, and where they are
// now: "en/protocols/", "en/minutes/".
func (p Paths) Moves(l Lang, visit func(from, to string)) {
	for _, f := range p.former {
		visit(string(l)+"/"+f.path+"/", p.Folder(f.kind, l))
	}
}

// Folder returns the folder of a kind's pages in a language: "en/topics/".
func (p Paths) Folder(k Kind, l Lang) string { return string(l) + "/" + p.Of(k) + "/" }

// URL returns the permanent address of a reference in a language, relative to the site's root:
// "ru/protocols/ict-2021.html#c2.p1".
func (p Paths) URL(r Ref, l Lang) string {
	u := p.page(r, l) + ".html"
	if r.Node != "" {
		u += "#" + r.Node
	}
	return u
}

// page is the address of an entity's page, without the end of its name.
func (p Paths) page(r Ref, l Lang) string { return p.Folder(r.Kind, l) + r.ID }

// ParallelURL returns the address at which a work's texts once stood side by side:
// "ru/protocols/ict-2021/parallel.html". It leads on to the work.
func (p Paths) ParallelURL(r Ref, l Lang) string { return p.page(r, l) + "/parallel.html" }

// TextURL returns the address of the script that holds a work's text for its pages in other
// languages: "ru/protocols/ict-2021.js".
func (p Paths) TextURL(r Ref, l Lang) string { return p.page(r, l) + ".js" }

// ListURL returns the address of a kind's list in a language, relative to the site's root:
// "ru/topics/index.html".
func (p Paths) ListURL(k Kind, l Lang) string { return p.Folder(k, l) + listName + ".html" }

// HomeURL returns the address of the first page in a language, relative to the site's root.
func HomeURL(l Lang) string { return string(l) + "/index.html" }

// OverviewURL returns the address of a page that looks over many records ("decisions", "search") in
// a language, relative to the site's root.
func OverviewURL(name string, l Lang) string { return string(l) + "/" + name + ".html" }
