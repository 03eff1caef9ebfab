package browser

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// wordOf is what the search says in a language under a name.
func wordOf(t *testing.T, lang, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(repository, "search/client/view/words", lang+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]any
	if err := json.Unmarshal(b, &words); err != nil {
		t.Fatal(err)
	}
	word, ok := words[name].(string)
	if !ok {
		t.Fatalf("there is no %q in %s", name, lang)
	}
	return word
}

// partOf is the folder of the index of a language in a site.
func partOf(t *testing.T, dir, lang string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "search/current.json"))
	if err != nil {
		t.Fatal(err)
	}
	var current struct {
		Languages map[string]struct{ Part string }
	}
	if err := json.Unmarshal(b, &current); err != nil || current.Languages[lang].Part == "" {
		t.Fatalf("%v, no part of %q in %s", err, lang, b)
	}
	return "search/" + current.Languages[lang].Part + "/" + lang
}

// A part of the index that is damaged or missing is told in the reader's language. The rest
// answers, and all of it does when the part is there again.
func TestADamagedIndexIsToldAndTheRestAnswers(t *testing.T) {
	const note = "(document.querySelector('.ks-notes p')?.textContent ?? '')"
	other := map[string]string{"ru": "zh", "zh": "en", "en": "ru"}
	for lang, words := range searchWords {
		for what, answer := range map[string]string{"missing": "", "damaged": `KengashZ("%s/t/0","0")`, "another file": "<!doctype html>"} {
			t.Run(lang+", "+what, func(t *testing.T) {
				b := newTab(t)
				lost := "/" + partOf(t, built.dir, other[lang]) + "/t/"
				var whole atomic.Bool
				files := http.FileServer(http.Dir(built.dir))
				base := serveFolder(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					switch {
					case whole.Load() || !strings.HasPrefix(r.URL.Path, lost):
						files.ServeHTTP(w, r)
					case answer == "":
						http.NotFound(w, r)
					default:
						w.Header().Set("Content-Type", "text/javascript")
						fmt.Fprint(w, strings.Replace(answer, "%s", other[lang], 1))
					}
				}))
				b.searchPage(base, lang, "?lang=all&q="+url.QueryEscape(words))
				b.answered(words)
				if got, want := eval[string](b, note), wordOf(t, lang, "damaged"); !strings.HasPrefix(got, want) {
					t.Errorf("the note is %q, want %q", got, want)
				}
				if eval[int](b, "document.querySelectorAll('"+hitSelector+"').length") == 0 {
					t.Error("the rest has no hits")
				}
				whole.Store(true)
				b.click(".ks-notes button")
				b.until(note + " === ''")
				if b.answered(words) == 0 {
					t.Error("nothing is found in the whole index")
				}
			})
		}
	}
}

// Where even the manifest is damaged, the page says that the search failed, and works again when
// it is there.
func TestALostManifestIsTold(t *testing.T) {
	for lang, words := range searchWords {
		t.Run(lang, func(t *testing.T) {
			var whole atomic.Bool
			files := http.FileServer(http.Dir(built.dir))
			base := serveFolder(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if lost := strings.HasPrefix(r.URL.Path, "/search/manifest/") || r.URL.Path == "/search/current.js"; lost && !whole.Load() {
					http.NotFound(w, r)
					return
				}
				files.ServeHTTP(w, r)
			}))
			b := newTab(t)
			b.searchPage(base, lang, "?q="+url.QueryEscape(words))
			b.until(fmt.Sprintf("document.querySelector('.ks-status').textContent === %q", wordOf(t, lang, "failed")))
			whole.Store(true)
			b.click(".ks-notes button")
			b.until("document.querySelectorAll('" + hitSelector + "').length > 0")
		})
	}
}

// A site that is published while a reader searches is what the next search is of, and no page has
// to be loaded for that.
func TestWhatIsPublishedMeanwhileIsFound(t *testing.T) {
	source := t.TempDir()
	if err := os.CopyFS(source, os.DirFS(excerpt)); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(source, "content/en/notes/kyrgyzstan-tunduk.md"), "\n\nXyzzy was published meanwhile, about digital literacy.\n")
	next, _ := buildSite(t, source)
	var published atomic.Value
	published.Store(built.dir)
	base := serveFolder(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.FileServer(http.Dir(published.Load().(string))).ServeHTTP(w, r)
	}))
	b := newTab(t)
	b.searchPage(base, "en", "?q=literacy")
	b.answered("literacy")
	b.script("globalThis.stayed = true")
	published.Store(next)
	b.click("main input[name=q]")
	b.paste(" xyzzy")
	b.answered("literacy xyzzy")
	b.until("document.querySelector('.ks-hit .ks-excerpt')?.textContent.includes('Xyzzy')")
	if !eval[bool](b, "stayed && !document.querySelector('.ks-notes p')") {
		t.Error("the page was loaded again, or says that something is damaged")
	}
}
