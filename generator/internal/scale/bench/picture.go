package main

import (
	"fmt"
	"html"
	"math"
	"strings"
)

// The picture has two plots side by side, of this size in all.
const (
	pictureWidth, pictureHeight = 800, 340
	plotTop, plotBottom         = 70, 290
	plotWidth                   = 290
)

// line is a line of a plot: what a thing takes at each size.
type line struct {
	class, name string
	of          func(*figures) float64
}

// plot is one of the two.
type plot struct {
	left  float64
	title string
	unit  func(float64) string
	lines []line
}

// plots are those of the picture. The largest of two programs that run one after the other is what
// both need of memory.
var plots = []plot{
	{60, "CPU time", func(v float64) string { return digits(v) + " s" }, []line{
		{"kengash", "Kengash with its index", func(f *figures) float64 { return median(f.kengash, cpu) }},
		{"both", "plain Hugo, then Pagefind", func(f *figures) float64 { return f.both(cpu) }},
		{"hugo", "plain Hugo", func(f *figures) float64 { return median(f.hugo, cpu) }},
	}},
	{475, "Peak memory of the largest process", func(v float64) string { return digits(v/1e6) + " MB" }, []line{
		{"kengash", "", func(f *figures) float64 { return median(f.kengash, largest) }},
		{"both", "", func(f *figures) float64 { return max(median(f.hugo, largest), median(f.pagefind, largest)) }},
		{"hugo", "", func(f *figures) float64 { return median(f.hugo, largest) }},
	}},
}

// style has colours that are easy to distinguish, on a light page and on a dark one; a line has its
// dashes besides.
const style = `text{font:12px system-ui,sans-serif;fill:#24292f}.grid{stroke:#d0d7de}.kengash{stroke:#0969da}.both{stroke:#bc4c00;stroke-dasharray:7 3}.hugo{stroke:#57606a;stroke-dasharray:2 3}
path,circle{fill:none;stroke-width:2}path.grid{stroke-width:1}circle{stroke-dasharray:none!important}.title{font-weight:600}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.grid{stroke:#3d444d}.kengash{stroke:#58a6ff}.both{stroke:#f0883e}.hugo{stroke:#9ea7b3}}`

// picture draws CPU time and memory over the number of records, both axes logarithmic.
func picture(series []*figures) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title desc">`+"\n", pictureWidth, pictureHeight)
	fmt.Fprintf(&b, "<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", "What building a collection takes, by the number of its records", html.EscapeString(inWords(series)))
	fmt.Fprintf(&b, "<style>%s</style>\n", style)
	x := 60.0
	for _, l := range plots[0].lines {
		fmt.Fprintf(&b, `<path class="%s" d="M%g 20h30"/><text x="%g" y="24">%s</text>`+"\n", l.class, x, x+38, l.name)
		x += 220
	}
	for _, p := range plots {
		p.draw(&b, series)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// inWords says what the picture shows.
func inWords(series []*figures) string {
	var b strings.Builder
	for _, f := range series {
		fmt.Fprintf(&b, "%s records in three languages:", count(f.records))
		for i, p := range plots {
			for j, l := range p.lines {
				name := plots[0].lines[j].name
				fmt.Fprintf(&b, " %s %s,", name, p.unit(l.of(f)))
			}
			if i == 0 {
				b.WriteString(" of CPU time;")
			}
		}
		b.WriteString(" of memory. ")
	}
	return strings.TrimSpace(strings.ReplaceAll(b.String(), ", of", " of"))
}

// axis is a logarithmic one from one value to another, and where they stand.
type axis struct{ low, high, from, to float64 }

func (a axis) at(v float64) float64 {
	return a.from + (a.to-a.from)*math.Log(v/a.low)/math.Log(a.high/a.low)
}

// ticks are the round values on an axis: powers of ten, and on a short one 2 and 5 times these.
func (a axis) ticks() (ticks []float64) {
	steps := []float64{1}
	if a.high/a.low < 100 {
		steps = []float64{1, 2, 5}
	}
	for power := math.Pow(10, math.Floor(math.Log10(a.low))); power <= a.high; power *= 10 {
		for _, step := range steps {
			if v := power * step; v >= a.low*0.999 && v <= a.high*1.001 {
				ticks = append(ticks, v)
			}
		}
	}
	return ticks
}

// span is an axis for some values, with some room at both ends.
func span(values []float64, room, from, to float64) axis {
	low, high := values[0], values[0]
	for _, v := range values {
		low, high = min(low, v), max(high, v)
	}
	return axis{low / room, high * room, from, to}
}

func (p plot) draw(b *strings.Builder, series []*figures) {
	var records, values []float64
	for _, f := range series {
		records = append(records, float64(f.records))
		for _, l := range p.lines {
			values = append(values, l.of(f))
		}
	}
	x, y := span(records, 1.3, p.left, p.left+plotWidth), span(values, 1.4, plotBottom, plotTop)
	fmt.Fprintf(b, `<text class="title" x="%g" y="%d">%s</text>`+"\n", p.left, plotTop-16, p.title)
	for _, v := range y.ticks() {
		fmt.Fprintf(b, `<path class="grid" d="M%g %.1fh%d"/><text x="%g" y="%.1f" text-anchor="end">%s</text>`+"\n",
			p.left, y.at(v), plotWidth, p.left-6, y.at(v)+4, p.unit(v))
	}
	for _, v := range records {
		fmt.Fprintf(b, `<path class="grid" d="M%.1f %dV%d"/><text x="%.1f" y="%d" text-anchor="middle">%s</text>`+"\n",
			x.at(v), plotTop, plotBottom, x.at(v), plotBottom+18, count(int(v)))
	}
	fmt.Fprintf(b, `<text x="%g" y="%d" text-anchor="middle">records, in three languages each</text>`+"\n", p.left+plotWidth/2.0, plotBottom+38)
	for _, l := range p.lines {
		path := ""
		for i, f := range series {
			fmt.Fprintf(b, `<circle class="%s" cx="%.1f" cy="%.1f" r="3"/>`, l.class, x.at(records[i]), y.at(l.of(f)))
			path += fmt.Sprintf("%c%.1f %.1f", "ML"[min(i, 1)], x.at(records[i]), y.at(l.of(f)))
		}
		fmt.Fprintf(b, `<path class="%s" d="%s"/>`+"\n", l.class, path)
	}
}

// digits writes a number with the digits that matter.
func digits(v float64) string {
	if v >= 10 {
		return count(int(v + 0.5))
	}
	return fmt.Sprintf("%.2g", v)
}
