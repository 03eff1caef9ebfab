package model

// openUntil finds the commitments of a list that were open on a day without looking at those that
// were not. It is a binary tree: at is 1 for the whole list, and 2*at and 2*at+1 for the halves of
// what at is for. Each place has the rank of the commitment there that was open for longest, of
// those that have an end at all; -1 where there is none.
type openUntil []int

func newOpenUntil(list []Commitment) openUntil {
	leaves := 1
	for leaves < len(list) {
		leaves *= 2
	}
	t := make(openUntil, 2*leaves)
	for i := range t {
		t[i] = -1
	}
	for i, m := range list {
		if !m.Standing() {
			t[leaves+i] = i
		}
	}
	for at := leaves - 1; at > 0; at-- {
		a, b := t[2*at], t[2*at+1]
		if a < 0 || b >= 0 && !list[a].Open && (list[b].Open || list[b].Done.Compare(list[a].Done) > 0) {
			a = b
		}
		t[at] = a
	}
	return t
}

// each visits those of the first commitments of the list, all laid down by a day, that were open at
// its end.
func (t openUntil) each(first []Commitment, day Date, visit func(*Commitment)) {
	leaves := len(t) / 2
	var below func(at, from, n int)
	below = func(at, from, n int) {
		if from >= len(first) || t[at] < 0 {
			return
		}
		if longest := t[at]; longest < len(first) && !first[longest].OpenOn(day) {
			return // nor is any other
		}
		if n > 1 {
			below(2*at, from, n/2)
			below(2*at+1, from+n/2, n/2)
			return
		}
		visit(&first[from])
	}
	if len(first) > 0 {
		below(1, 0, leaves)
	}
}
