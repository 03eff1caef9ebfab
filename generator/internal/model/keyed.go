package model

import "slices"

// keyed is the place of each element of a list by its key; the first if a key occurs twice. Seal
// makes it, and a list without one is looked through.
type keyed map[string]int

func keys[T any](list []T, key func(*T) string) keyed {
	k := make(keyed, len(list))
	for i := range slices.Backward(list) {
		k[key(&list[i])] = i
	}
	return k
}

// find returns the place of a key in the list, or -1.
func find[T any](k keyed, list []T, id string, key func(*T) string) int {
	if k == nil {
		return slices.IndexFunc(list, func(v T) bool { return key(&v) == id })
	}
	if i, ok := k[id]; ok {
		return i
	}
	return -1
}

// distinct returns a list without repetitions; the list itself if it has none.
func distinct[T comparable](list []T) []T {
	seen := make(map[T]bool, len(list))
	for i, v := range list {
		if seen[v] {
			out := slices.Clone(list[:i])
			for _, v := range list[i:] {
				if !seen[v] {
					seen[v] = true
					out = append(out, v)
				}
			}
			return out
		}
		seen[v] = true
	}
	return list
}

// without returns the ids that are not among others, in a slice of its own.
func without(ids, other []string) []string {
	among := make(map[string]bool, len(other))
	for _, id := range other {
		among[id] = true
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return among[id] })
}
