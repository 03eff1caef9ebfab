package scale

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"strings"
	"testing"
	"unicode"
)

func TestTheSameNumberGivesTheSameBytes(t *testing.T) {
	for _, c := range []struct {
		name  string
		write func(dir string, n int) error
	}{{"a collection", Write}, {"a plain project", WritePlain}} {
		t.Run(c.name, func(t *testing.T) {
			one, two := t.TempDir(), t.TempDir()
			for _, dir := range []string{one, two} {
				if err := c.write(dir, 40); err != nil {
					t.Fatal(err)
				}
			}
			names := list(t, one)
			if again := list(t, two); len(names) < 40 || len(again) != len(names) {
				t.Fatalf("%d files, then %d", len(names), len(again))
			}
			for _, name := range names {
				if !bytes.Equal(read(t, one, name), read(t, two, name)) {
					t.Errorf("%s is not the same", name)
				}
			}
		})
	}
}

// The plain project has a page for each record, in all languages, with the texts of the collection.
func TestAPlainProjectHasTheTextsOfTheCollection(t *testing.T) {
	collection, plain := t.TempDir(), t.TempDir()
	for dir, write := range map[string]func(string, int) error{collection: Write, plain: WritePlain} {
		if err := write(dir, 40); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range list(t, collection) {
		if !strings.HasPrefix(name, "data/") {
			continue
		}
		kind, id := path.Split(strings.TrimSuffix(strings.TrimPrefix(name, "data/"), ".toml"))
		for _, lang := range langs {
			page := "content/" + lang + "/" + kind + id + ".md"
			made := string(read(t, plain, page))
			if text, err := os.ReadFile(collection + "/" + page); err == nil {
				for line := range strings.Lines(string(text)) {
					if line = strings.ReplaceAll(strings.TrimSpace(line), " [@f1]", ""); !strings.HasPrefix(line, "{#") && !strings.Contains(made, line) {
						t.Errorf("%s does not say %q", page, line)
					}
				}
			}
			if strings.Contains(made, "[@") || strings.Contains(made, "\n{#") {
				t.Errorf("%s has marks of the data format", page)
			}
		}
	}
}

// Texts have about as many different words as the documentation and the notes in real languages by
// which the shares in words.go were chosen: many enough that an index is not small by chance, and
// few enough that it is not large by chance. In Chinese, two characters side by side are counted.
func TestTextsHaveAsManyDifferentWordsAsRealOnes(t *testing.T) {
	for _, l := range languages() {
		want := map[string]struct {
			own, all [2]int // of the words of a text, in percent; of all texts
		}{
			"ru": {[2]int{53, 82}, [2]int{4500, 7500}},
			"zh": {[2]int{55, 82}, [2]int{8000, 15000}},
			"en": {[2]int{46, 65}, [2]int{2500, 4500}},
		}[l.code]
		p := newProse(l, rand.New(rand.NewPCG(1, 2)))
		all := map[string]bool{}
		share := 0
		const texts = 60
		for range texts {
			own := map[string]bool{}
			words := 0
			for _, word := range split(l.code, p.sentences(2700)) {
				words++
				own[word], all[word] = true, true
			}
			share += 100 * len(own) / words
		}
		if share /= texts; share < want.own[0] || share > want.own[1] {
			t.Errorf("%s: %d%% of the words of a text are different ones, want %d", l.code, share, want.own)
		}
		if len(all) < want.all[0] || len(all) > want.all[1] {
			t.Errorf("%s: %d texts have %d different words, want %d", l.code, texts, len(all), want.all)
		}
	}
}

// split returns the words of a text, or what stands for them in Chinese.
func split(lang, text string) []string {
	runs := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	if lang != "zh" {
		return runs
	}
	var pairs []string
	for _, run := range runs {
		characters := []rune(run)
		for i := range len(characters) - 1 {
			pairs = append(pairs, string(characters[i:i+2]))
		}
	}
	return pairs
}

func list(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func read(t *testing.T, dir, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(dir + "/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
