package load

import (
	"fmt"
	"strings"
	"testing"
)

func TestTokensAreWhatTheFileSays(t *testing.T) {
	data := `a = "x" # "y"
b.c = ['1', "2"]
"d e" = { f = "g", h = ["i"] }
[t."u v"]
w = """z"""
[t."u v".x]
`
	var got []string
	for _, token := range Tokens([]byte(data)) {
		mark := "="
		if token.Key {
			mark = ":"
		}
		got = append(got, fmt.Sprint(strings.Join(token.Path, "/"), mark, data[token.Start:token.End]))
	}
	want := `a:a a="x" b:b b/c:c b/c/0='1' b/c/1="2" d e:"d e" d e/f:f d e/f="g" d e/h:h d e/h/0="i" t:t t/u v:"u v" t/u v/w:w t/u v/w="""z""" t:t t/u v:"u v" t/u v/x:x`
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}
