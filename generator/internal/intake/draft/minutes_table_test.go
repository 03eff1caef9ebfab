package draft_test

import (
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestMinutesInTable reads minutes whose numbers stand at the margin of a table.
func TestMinutesInTable(t *testing.T) {
	const html = `<p>Minutes of the meeting held on 4 May 2024</p><p>Present: Cllrs. A Byron (Chair), G Hopper and Mrs Lea Moon (Clerk)</p>
<table><tr><td>24/31</td><td><p>MINUTES</p><p>RESOLVED that the minutes of 2 April 2024 be approved.</p></td></tr>
<tr><td>24/32</td><td><p>PLANNING</p><p>(a) Three dwellings on the green. It was resolved to object.</p><p>(b) A shed behind the mill was noted.</p></td></tr>
<tr><td>24/33</td><td><p>HALL</p><p>Cllr. Hopper to book the hall by 20 May 2024.</p></td></tr></table>
<p>The meeting closed at 9 pm.</p>`
	d := draft.Read(read(t, "minutes.html", html), site(t, configuration), draft.Options{})
	lossless(t, d)
	valid(t, d)
	acts := actsByNode(d)
	for node, want := range map[string]string{"c31.p1": "adopted ", "c32.a.p1": "decided ", "c32.b.p1": "noted "} {
		if acts[node] != want {
			t.Errorf("acts of %s are %q, not %q; all are %v", node, acts[node], want, acts)
		}
	}
	if len(d.Actions) != 1 || d.Actions[0].Deadline.Text != "2024-05-20" || len(d.Actions[0].Owners) != 1 || d.Actions[0].Owners[0].Text != "G Hopper" {
		t.Errorf("actions are %v", d.Actions)
	}
}

// TestMinutesInATableOfItems reads minutes in a table with a column of who does what.
func TestMinutesInATableOfItems(t *testing.T) {
	for rows, at := range map[string][2]string{
		`<tr><td>Item</td><td>What was said and decided</td><td>Who / when</td></tr>
<tr><td>1. Roof</td><td>Two firms have been up there and both want it done before the winter. The cheaper bid was accepted.</td><td>GH to sign the contract by 20 May 2024</td></tr>
<tr><td>2. Lamp</td><td>Long discussion of whether the lamp needs a new lens or only a good cleaning. The report was noted.</td><td></td></tr>`: {"c1.p1", "c2.p1"},
		`<tr><td>Minute</td><td></td><td>Action</td></tr>
<tr><td>24/31</td><td>Roof<br>Two firms have been up there and both want it done before the winter. The cheaper bid was accepted.</td><td>GH to sign the contract by 20 May 2024</td></tr>
<tr><td>24/32</td><td>Lamp<br>Long discussion of whether the lamp needs a new lens or only a good cleaning. The report was noted.</td><td></td></tr>`: {"c31.p1", "c32.p1"},
		`<tr><td>#</td><td>Item</td><td>Notes</td><td>Action</td><td>By</td></tr>
<tr><td>1</td><td>Roof</td><td>Two firms have been up there and both want it done before the winter. The cheaper bid was accepted.</td><td>GH to sign the contract</td><td>20 May 2024</td></tr>
<tr><td>2</td><td>Lamp</td><td>Long discussion of whether the lamp needs a new lens or only a good cleaning. The report was noted.</td><td></td><td></td></tr>`: {"c1.p1", "c2.p1"},
		`<tr><td>No.</td><td>Item</td><td>Action</td></tr>
<tr><td>1</td><td>Roof<br>Two firms have been up there and both want it done before the winter. The cheaper bid was accepted.<br>GH to sign the contract by 20 May 2024.</td><td>GH</td></tr>
<tr><td>2</td><td>Lamp<br>Long discussion of whether the lamp needs a new lens or only a good cleaning. The report was noted.</td><td></td></tr>`: {"c1.p1", "c2.p1"},
		`<tr><td>Item</td><td>Minute</td><td>Action</td></tr>
<tr><td>1.</td><td>Roof<br>Two firms have been up there and both want it done before the winter. The cheaper bid was accepted.</td><td>GH to sign the contract by 20 May 2024</td></tr>
<tr><td>2.</td><td>Lamp<br>Long discussion of whether the lamp needs a new lens or only a good cleaning in the spring.</td><td></td></tr>
<tr><td></td><td>The report of the keeper on the lamp and on the stores in the tower was noted.</td><td></td></tr>`: {"c1.p1", "c2.p2"},
	} {
		page := "<p>Notes of the meeting held on 4 May 2024</p><p>Present: Ada Byron (AB, chair), Grace Hopper (GH)</p><table>" + rows + "</table>"
		d := draft.Read(read(t, "minutes.html", page), site(t, configuration), draft.Options{})
		lossless(t, d)
		valid(t, d)
		acts := actsByNode(d)
		if acts[at[0]] == "" || acts[at[1]] != "noted " {
			t.Errorf("acts are %v", acts)
		}
		if len(d.Actions) != 1 || d.Actions[0].Deadline.Text != "2024-05-20" || len(d.Actions[0].Owners) != 1 {
			t.Errorf("actions are %v", d.Actions)
		}
	}
}

// actsByNode are the acts of each paragraph that has some, each with a space behind it.
func actsByNode(d *draft.Draft) map[string]string {
	acts := map[string]string{}
	for _, p := range d.Pieces {
		for _, a := range p.Acts {
			acts[p.ID] += a.Text + " "
		}
	}
	return acts
}
