package check

import (
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// relation is a field by which records of a kind refer to each other, such as parent or implements.
// Instruments and programmes are of one kind here, as they are of one type.
type relation struct {
	kind  model.Kind
	field string
}

// link leads from one of several things to another, by its name, with the place that says so.
type link struct {
	to  string
	pos diag.Position
}

// circles checks that no relation between records of a kind, in any field, leads from a
// record to itself, nor back to it by others. So too for translations of a text.
func (f *facts) circles() {
	links := map[relation]map[string][]link{}
	var order []string
	for _, e := range entities(f.c) {
		from := e.Ref()
		order = append(order, from.String())
		model.Relations(e, func(leaf model.Leaf) {
			to, _ := leaf.Mention()
			if sameKind(from.Kind) != sameKind(to.Kind) {
				return
			}
			_, mutual := leaf.Tag.Lookup("mutual")
			r := relation{sameKind(from.Kind), leaf.Path[0]}
			switch {
			case to.Entity() == from:
				f.wrong(diag.Circle, "references of a record to itself", e.At(leaf.Path...), "remove it, or name another one", r.field+" leads from "+from.String()+" to itself")
			case !mutual:
				if links[r] == nil {
					links[r] = map[string][]link{}
				}
				links[r][from.String()] = append(links[r][from.String()], link{to.Entity().String(), e.At(leaf.Path...)})
			}
		})
	}
	for r, of := range links {
		f.walkInCircles(r.field, order, of)
	}
	for _, w := range model.All[model.Work](f.c, model.Works...) {
		f.translations(w)
	}
}

func sameKind(k model.Kind) model.Kind {
	if k == model.Programmes {
		return model.Instruments
	}
	return k
}

// translations checks that no version of a text is translated from itself, directly or not.
func (f *facts) translations(w model.Work) {
	links := map[string][]link{}
	var order []string
	for _, v := range w.Doc().Versions {
		order = append(order, v.Key)
		if v.TranslatedFrom != "" {
			links[v.Key] = []link{{v.TranslatedFrom, w.At("version", v.Key, "translated_from")}}
		}
	}
	f.walkInCircles("translated_from", order, links)
}

// circlesOfAField is the number of circles of one relation that are looked for. Records that all
// name each other form more of them than can be reported.
const circlesOfAField = 100

// walkInCircles follows links from each thing and reports each circle once.
func (f *facts) walkInCircles(field string, order []string, links map[string][]link) {
	const onTheWay, done = 1, 2
	state := map[string]int{}
	var way []link // those followed from where the walk began
	told := 0
	var walk func(from string)
	walk = func(from string) {
		state[from] = onTheWay
		for _, next := range links[from] {
			way = append(way, next)
			switch state[next.to] {
			case onTheWay:
				if told++; told <= circlesOfAField {
					f.circle(field, way)
				}
			case done:
			default:
				walk(next.to)
			}
			way = way[:len(way)-1]
		}
		state[from] = done
	}
	for _, from := range order {
		if state[from] == 0 && len(links[from]) > 0 {
			walk(from)
		}
	}
}

// circle reports a circle: the last link of a way leads back into the way.
func (f *facts) circle(field string, way []link) {
	last := len(way) - 1
	start := last
	for start > 0 && way[start-1].to != way[last].to {
		start--
	}
	names := []string{way[last].to}
	var also []diag.Position
	for i, l := range way[start:] {
		if names = append(names, l.to); i < last-start && i < 5 {
			also = append(also, l.pos)
		}
	}
	if n := len(names); n > 8 {
		names = append(append(names[:5:5], "…"), names[n-2:]...)
	}
	f.wrong(diag.Circle, "circles of "+field, way[last].pos, "take one of these references out", field+" goes in a circle: "+strings.Join(names, " -> "), also...)
}
