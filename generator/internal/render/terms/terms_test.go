package terms

import (
	"regexp"
	"strings"
	"testing"
)

var glossary = map[string][]Term{
	"ru": {
		{ID: "ai", URL: "/g#ai", Names: []string{"Искусственный интеллект", "генеративный искусственный интеллект", "ИИ-технологии", "ИИ"}},
		{ID: "it", URL: "/g#it", Names: []string{"IT-индустрия", "ИТ-парк"}},
		{ID: "spectrum", URL: "/g#spectrum", Names: []string{"Политика управления радиочастотным спектром", "радиочастотный спектр", "спектр"}},
		{ID: "egov", URL: "/g#egov", Same: []string{"/ru/topics/egov.html"}, Names: []string{"Электронное правительство"}},
		{ID: "broadband", URL: "/g#broadband", Names: []string{"Широкополосная связь"}},
		{ID: "infra", URL: "/g#infra", Names: []string{"сети связи", "спектр"}},
		{ID: "data", URL: "/g#data", Names: []string{"учёт данных"}},
	},
	"en": {
		{ID: "ai", URL: "/g#ai", Names: []string{"Artificial intelligence", "AI systems", "large language models", "AI"}},
		{ID: "it", URL: "/g#it", Names: []string{"IT industry", "technology park", "IT"}},
		{ID: "spectrum", URL: "/g#spectrum", Names: []string{"Radio spectrum management policy", "spectrum", "frequency bands"}},
		{ID: "egov", URL: "/g#egov", Names: []string{"E-government", "e-gov"}},
		{ID: "startups", URL: "/g#startups", Names: []string{"start-up", "startup"}},
		{ID: "ict", URL: "/g#ict", Names: []string{"information and communication technologies", "ICT"}},
	},
	"zh-Hans": {
		{ID: "ai", URL: "/g#ai", Names: []string{"人工智能", "生成式人工智能", "AI", "大模型"}},
		{ID: "broadband", URL: "/g#broadband", Names: []string{"宽带", "宽带网络"}},
		{ID: "economy", URL: "/g#economy", Names: []string{"网络经济", "数字经济"}},
		{ID: "ict", URL: "/g#ict", Names: []string{"数字化"}},
		{ID: "it", URL: "/g#it", Names: []string{"IT产业"}},
	},
	"ur": {{ID: "ai", URL: "/g#ai", Names: []string{"مصنوعی ذہانت"}}},
}

// TestLink has texts in which [word](id) stands for the link that is made.
func TestLink(t *testing.T) {
	for _, c := range []struct{ name, lang, want string }{
		{"every case of a word", "ru", "<p>Опыт [электронного правительства](egov) и [искусственным интеллектом](ai).</p>"},
		{"the soft sign", "ru", "<p>услуги [широкополосной связью](broadband)</p>"},
		{"ё is е", "ru", "<p>[Учета данных](data)</p>"},
		{"the first use only", "ru", "<p>[ИИ](ai) и ИИ, искусственный интеллект</p><p>ИИ</p>"},
		{"the longest term", "ru", "<p>[Политикой управления радиочастотным спектром](spectrum)</p>"},
		{"the longest term of two that begin elsewhere", "ru", "<p>это [генеративного искусственного интеллекта](ai) сети</p>"},
		{"a compound of the glossary", "ru", "<p>в [ИТ-парке](it)</p>"},
		{"no part of a compound", "ru", "<p>ИИ-решения, не-ИИ, [ИИ](ai)</p>"},
		{"no part of a word", "ru", "<p>спектральный, подспектр</p>"},
		{"abbreviations as they are written", "ru", "<p>ии и Ии, [ИИ](ai)</p>"},
		{"a name of two terms is the first's", "ru", "<p>[спектра](spectrum)</p>"},
		{"no term across a full stop", "ru", "<p>Электронное. Правительство</p>"},
		{"a term across a line's end", "ru", "<p>[электронное\nправительство](egov)</p>"},
		{"no term across tags", "ru", "<p>электронное <em>правительство</em></p>"},
		{"a term within a tag", "ru", "<p>это <strong>[электронное правительство](egov)</strong>.</p>"},
		{"quotations", "ru", "<p>«развитие электронного правительства» и [электронное правительство](egov)</p>"},
		{"quotations with tags and quotations within", "ru", "<p>«развитие <em>электронного правительства</em> и „ИИ“, ИИ» — [ИИ](ai)</p>"},
		{"a quotation mark that is not closed", "ru", "<p>« [ИИ](ai)</p><p>[электронное правительство](egov)»</p>"},
		{"straight quotation marks", "ru", "<p>&quot;ИИ&quot; и [ИИ](ai)</p>"},
		{"block quotations", "ru", "<blockquote><p>ИИ</p></blockquote><p>[ИИ](ai)</p>"},
		{"headings", "ru", "<h3>ИИ</h3><p>[ИИ](ai)</p>"},
		{"links", "ru", `<p><a href="https://x.example/">ИИ</a>, [ИИ](ai)</p>`},
		{"what the text links itself", "ru", `<p>Электронное правительство</p><p><a href="/ru/topics/egov.html">оно</a>, [ИИ](ai)</p>`},
		{"code", "ru", "<pre><code>ИИ</code></pre><p><code>ИИ</code> [ИИ](ai)</p>"},
		{"cells, but no headings of tables", "ru", "<table><tr><th>ИИ</th><td>[ИИ](ai)</td></tr></table>"},
		{"what is linked stays as it is", "ru", "<p>a&amp;b <br />[ИИ](ai)&nbsp;— &lt;ИИ&gt;</p>\n"},

		{"small and large letters", "en", "<p>[artificial intelligence](ai)</p>"},
		{"plurals", "en", "<p>a [frequency band](spectrum), [Technology parks](it), [Startups](startups), a [large language model](ai)</p>"},
		{"the singular of -ies", "en", "<p>[information and communication technology](ict)</p>"},
		{"capitals that are words", "en", "<p>it is [IT](it), its</p>"},
		{"the possessive", "en", "<p>[AI](ai)’s</p>"},
		{"word borders", "en", "<p>prospectrum, [e-government](egov)’s e-gov</p>"},
		{"proper names", "en", "<p>High Technology Park and the [Technology Park](it)</p>"},
		{"English quotation marks", "en", "<p>“artificial intelligence” and [AI](ai)</p>"},

		{"a part of a sentence", "zh-Hans", "<p>各国发展[人工智能](ai)和[数字经济](economy)</p>"},
		{"the longest of several", "zh-Hans", "<p>[生成式人工智能](ai)、[宽带网络](broadband)经济</p>"},
		{"Latin beside Han", "zh-Hans", "<p>发展[AI](ai)技术和[IT产业](it)；OpenAI</p>"},
		{"titles of documents", "zh-Hans", "<p>《数字经济宣言》与“数字化”，[数字化](ict)</p>"},

		{"any other language", "ur", "<p>یہ [مصنوعی ذہانت](ai) ہے</p>"},
	} {
		t.Run(c.lang+" "+c.name, func(t *testing.T) {
			source := marked.ReplaceAllString(c.want, "$1")
			want := marked.ReplaceAllString(c.want, `<a class="term" href="/g#$2">$1</a>`)
			if got := New(c.lang, glossary[c.lang]).Link(source, map[string]bool{}); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

var marked = regexp.MustCompile(`\[([^\]]+)\]\((\w+)\)`)

func TestWhatIsSeenIsNotLinkedAndWhatIsLinkedIsSeen(t *testing.T) {
	l := New("en", glossary["en"])
	seen := map[string]bool{"ai": true}
	if got := l.Link("<p>AI and IT</p>", seen); strings.Count(got, "<a ") != 1 || !seen["it"] {
		t.Errorf("%s, %v", got, seen)
	}
}

func TestTheDefinitionIsEscaped(t *testing.T) {
	l := New("en", []Term{{ID: "x", URL: "/g#x", Title: `a "b" <c>`, Names: []string{"x-ray"}}})
	want := `<a class="term" href="/g#x" title="a &#34;b&#34; &lt;c&gt;">X-rays</a>`
	if got := l.Link("X-rays", map[string]bool{}); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Whatever the text, links are all that is added.
func FuzzLink(f *testing.F) {
	f.Add("<p>«ИИ» <em>спектр</em> &quot;ИИ <a href='/g#ai'>x</p><h3>", "ru")
	f.Add("<p>AI <!-- c --><br/>人工智能 \xff", "zh")
	f.Fuzz(func(t *testing.T, source, lang string) {
		terms := glossary["ru"]
		if len(glossary[lang]) > 0 {
			terms = glossary[lang]
		}
		if strings.Contains(source, `<a class="term"`) || strings.Contains(source, "</a>") {
			return
		}
		got := New(lang, terms).Link(source, map[string]bool{})
		plain := regexp.MustCompile(`<a class="term" href="[^"]*">`).ReplaceAllString(strings.ReplaceAll(got, "</a>", ""), "")
		if plain != source {
			t.Errorf("%q became %q", source, got)
		}
	})
}
