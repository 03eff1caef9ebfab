package bundle

import "testing"

func TestSeparator(t *testing.T) {
	for _, test := range []struct{ last, next, want string }{
		{"", "b", "b"}, {"a", "b", "b"}, {"abc", "abd", "abd"}, {"ab", "abcd", "abc"}, {"аб", "авто", "ав"}, {"中文", "丰", "丰"}, {"中", "中文字", "中文"},
	} {
		if got := separator(test.last, test.next); got != test.want {
			t.Errorf("%q, %q: %q (want %q)", test.last, test.next, got, test.want)
		}
	}
}
