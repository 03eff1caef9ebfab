package load

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/generator/internal/model"
)

func TestAFileInAnotherEncodingIsToldOnceAndKnownToBeThere(t *testing.T) {
	for _, file := range []string{"data/protocols/p1.toml", "data/topics/ai.toml", "content/en/protocols/p1.md", "content/en/notes/first.md"} {
		s := site(t, "")
		s[file] = &fstest.MapFile{Data: []byte("# \xcf\xf0\xee\xf2\xee\xea\xee\xeb\n")}
		c, list, err := Load(Source{Site: s})
		want := file + ":1:3: a text in an encoding other than UTF-8 (save the file as UTF-8) [KG0002]"
		if got := strings.TrimSpace(lines(list)); err != nil || got != want {
			t.Errorf("got  %s, %v\nwant %s", got, err, want)
		}
		if !c.Unread(file) {
			t.Errorf("%s is not known to be unread", file)
		}
	}
}

func TestWhatCouldNotBeReadIsKnownByReference(t *testing.T) {
	s := site(t, "")
	s["data/protocols/p1.toml"].Data = []byte("x = ")
	s["content/zh/notes/first.md"] = &fstest.MapFile{Data: []byte("\xff")}
	c, _, err := Load(Source{Site: s})
	if err != nil {
		t.Fatal(err)
	}
	protocol, note := model.Ref{Kind: model.Protocols, ID: "p1"}, model.Ref{Kind: model.Notes, ID: "first"}
	if !c.UnreadEntity(protocol) || c.UnreadEntity(note) || c.UnreadText(protocol) || !c.UnreadText(note) {
		t.Error("what could not be read is told of something else")
	}
	if c.AllRead(model.Protocols) || !c.AllRead(model.Notes) {
		t.Error("which kinds were read whole is told wrongly")
	}
}
