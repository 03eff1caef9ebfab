package source

import (
	"fmt"
	"strings"
	"testing"
)

// grate draws lines across at heights and down at places, each as long as the others need.
func grate(xs, ys []float64) string {
	var b strings.Builder
	for _, y := range ys {
		fmt.Fprintf(&b, "%g %g m %g %g l S\n", xs[0], y, xs[len(xs)-1], y)
	}
	for _, x := range xs {
		fmt.Fprintf(&b, "%g %g m %g %g l S\n", x, ys[0], x, ys[len(ys)-1])
	}
	return b.String()
}

func TestATableWithRules(t *testing.T) {
	xs := []float64{70, 100, 240, 400}
	head := show(75, 690, "No.") + show(105, 690, "Task") + show(245, 690, "Owner")
	for _, c := range []struct{ name, first, second, want string }{
		{"cells of several lines, in any order", grate(xs, []float64{705, 680, 640, 600}) + head +
			column(245, 670, "Ada Byron,", "Grace Hopper") + show(75, 663, "1") + column(105, 670, "To report on all of the", "budget of June") +
			show(75, 625, "2") + show(245, 625, "Alan"), "", "No. | Task | Owner // 1 | To report on all of the budget of June | Ada Byron,\nGrace Hopper // 2 |  | Alan"},
		{"a number right beside its task", grate([]float64{70, 82, 240, 400}, []float64{705, 680, 660, 640}) + show(74, 690, "#") + show(140, 690, "Task") + show(245, 690, "Owner") +
			show(74, 665, "1 Report on it") + show(245, 665, "Ada") + show(74, 645, "2") + show(84, 645, "Plan") + show(245, 645, "Grace"), "",
			"# | Task | Owner // 1 | Report on it | Ada // 2 | Plan | Grace"},
		{"merged cells", "70 700 m 400 700 l S 70 640 m 400 640 l S 70 680 m 400 680 l S 240 660 m 400 660 l S 70 640 m 70 700 l S 240 640 m 240 680 l S 400 640 m 400 700 l S\n" +
			show(75, 685, "Invited") + show(75, 665, "Ada") + show(245, 665, "chair") + show(245, 645, "expert"), "", "Invited |  // Ada | chair //  | expert"},
		{"over the end of a page", grate(xs, []float64{705, 680, 640}) + head + show(75, 650, "1") + show(105, 650, "Report on") + show(245, 650, "Ada"),
			grate(xs, []float64{805, 780, 760, 740}) + show(75, 790, "No.") + show(105, 790, "Task") + show(245, 790, "Owner") + show(105, 765, "the budget") +
				show(75, 745, "2") + show(105, 745, "Plan") + show(75, 700, "The end."), "No. | Task | Owner // 1 | Report on the budget | Ada // 2 | Plan | \nThe end."},
		{"without lines at its sides", "70 705 m 400 705 l S 70 680 m 400 680 l S 70 660 m 400 660 l S 100 660 m 100 705 l S 240 660 m 240 705 l S 241 660 m 241 705 l S\n" +
			head + show(75, 665, "1") + show(245, 665, "Ada"), "", "No. | Task | Owner // 1 |  | Ada"},
		{"boxes with a space between them", grate(xs, []float64{705, 684}) + grate(xs, []float64{680, 660}) + grate(xs, []float64{656, 640}) + head + show(75, 665, "1") + show(245, 665, "Ada") + show(105, 645, "Plan") + show(245, 645, "Grace"), "",
			"No. | Task | Owner // 1 |  | Ada //  | Plan | Grace"},
		{"words with a line under them", grate(xs, []float64{705, 680, 640}) + "101 667 m 150 667 l S\n" + head + show(75, 668, "1") + column(105, 669, "Arising.", "Report on the budget") + show(245, 668, "Ada"), "",
			"No. | Task | Owner // 1 | Arising.\nReport on the budget | Ada"},
		{"a frame", grate([]float64{60, 500}, []float64{720, 600}) + column(72, 700, "The committee discussed the plan for the coming year, and took", "note of it."), "",
			"The committee discussed the plan for the coming year, and took note of it."},
	} {
		pages := []string{c.first}
		if c.second != "" {
			pages = append(pages, c.second)
		}
		doc := read(t, "a.pdf", pdfOf(pages...).bytes(""))
		doc.Name = c.name
		same(t, doc, c.want)
	}
}
