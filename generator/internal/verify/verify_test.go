package verify

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/diag"
)

// head begins a page as the theme's pages begin.
const head = `<!doctype html><html lang=en><head><meta charset=utf-8><title>T</title></head><body>`

// verified verifies a site of these files, below /kb/ of a host, and returns what is wrong.
func verified(t testing.TB, files map[string]string, opt Options) []diag.Problem {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	opt.BaseURL = "https://council.example/kb/"
	err := Site(t.Context(), dir, opt)
	if err == nil {
		return nil
	}
	problems, ok := errors.AsType[*diag.Error](err)
	if !ok {
		t.Fatal(err)
	}
	return problems.Problems
}

// cases are parts of files with what is wrong with each; "" where nothing is.
type cases []struct{ part, want string }

// run verifies each part in a file of its own beside the files of a small site.
func (cs cases) run(t *testing.T, name, before, after string) {
	t.Helper()
	for _, c := range cs {
		t.Run(c.part, func(t *testing.T) {
			problems := verified(t, map[string]string{
				name: before + c.part + after, "js/own.js": "", "css/own.css": "", "en/b.html": head, "feed.xsl": "<a/>",
			}, Options{Hosts: []string{"stats.example"}})
			switch {
			case c.want == "" && len(problems) > 0:
				t.Errorf("it is refused: %s", problems[0])
			case c.want != "" && len(problems) == 0:
				t.Error("it is published")
			case c.want != "" && !strings.Contains(problems[0].String(), c.want):
				t.Errorf("%s, want %q in it", problems[0], c.want)
			case c.want != "" && (problems[0].Hint == "" || problems[0].Pos.Line == 0):
				t.Errorf("%s: no place, or no hint", problems[0])
			}
		})
	}
}

func TestPagesHoldNothingThatRuns(t *testing.T) {
	cases{
		{`<script src=../js/own.js></script>`, ""},
		{`<script src=/kb/js/own.js defer></script>`, ""},
		{`<script src="https://council.example/kb/js/own.js?v=1"></script>`, ""},
		{`<script type=application/ld+json>{"@id": "https://other.example/"}</script>`, ""},
		{`<p title="<script>alert(1)</script> onclick=x">&lt;script> a < b <3</p>`, ""},
		{`<a href=b.html data-on=1>x</a><a href="?a=1&copy=2#x">y</a>`, ""},
		{`<noscript><p>none</p></noscript><!-- a note --><svg viewBox="0 0 1 1"><title>x</title><path d=M0/></svg>`, ""},

		{`<script>alert(1)</script>`, `has a script in the page itself: "alert(1)"`},
		{`<SCRIPT type="text/javascript">x</SCRIPT >`, "a script in the page itself"},
		{`<script type=module>import "/x.js"</script>`, "a script in the page itself"},
		{`<script type=speculationrules>{}</script>`, "a script in the page itself"},
		{`<script src=../js/none.js></script>`, "names a file that the site does not have, in src of <script>"},
		{`<script src=../../js/own.js></script>`, "names a file that the site does not have"},
		{`<script src=//evil.example/x.js></script>`, "asks another host, evil.example, in src of <script>"},
		{`<script src=https:\\evil.example/x.js></script>`, "asks another host, evil.example"},
		{`<script src=/\evil.example/x.js></script>`, "asks another host, evil.example"},
		{`<script src="https://council.example@evil.example/kb/js/own.js"></script>`, "asks another host, evil.example"},
		{`<script src="data:text/javascript,alert(1)"></script>`, `the scheme "data:" in src of <script>`},
		{`<script type=application/ld+json>{"a": }</script>`, "JSON-LD that is not JSON"},
		{`<script type=application/ld+json>{"a": "</script><script>alert(1)</script>`, "JSON-LD that is not JSON"},
		{`<svg><script href=../js/own.js /></svg>`, "has a script in a picture"},

		{`<p onclick="go(1)">x</p>`, `has an event attribute, onclick at <p>: "go(1)"`},
		{`<p/ONCLICK=go(1)>x</p>`, "an event attribute, onclick"},
		{`<body onload = x>`, "an event attribute, onload"},
		{`<svg><a xlink:href="#x" onbegin=x /></svg>`, "an event attribute, onbegin"},
		{`<p style="color:red">x</p>`, `has the attribute style at <p>: "color:red"`},
		{`<style>p{color:red}</style>`, "has a <style> element"},
		{`<iframe src=b.html></iframe>`, "has a frame, <iframe>"},
		{`<iframe srcdoc="<p>"></iframe>`, "has a frame, <iframe>"},
		{`<object data=x.pdf></object>`, "has the element <object>"},
		{`<embed src=x.pdf>`, "has the element <embed>"},
		{`<base href=/>`, "has a <base> element"},
		{`<svg><set attributeName=href to=javascript:x /></svg>`, "changes an address by an animation"},
		{`<svg><a><animate attributeName=xlink:href values=x /></a></svg>`, "changes an address by an animation"},

		// What browsers take apart in ways of their own.
		{`<title><a title="</title><img src=x onerror=go(1)>">`, "an event attribute, onerror at <img>"},
		{`<svg><title><img src=x onerror=go(1)></title></svg>`, "an event attribute, onerror at <img>"},
		{`<svg><style><img src=x onerror=go(1)></style></svg>`, "has a <style> element"},
		{`<noscript><p title="</noscript><img src=x onerror=go(1)>"></noscript>`, "an event attribute, onerror at <img>"},
		{`<noscript><img src=x onerror=go(1)></noscript>`, "an event attribute, onerror at <img>"},
		{`<textarea><p title="</textarea><img src=x onerror=go(1)>">`, "an event attribute, onerror at <img>"},
		{`<!--><img src=x onerror=go(1)>-->`, "an event attribute, onerror at <img>"},
		{`<!-- --!><img src=x onerror=go(1)>-->`, "an event attribute, onerror at <img>"},
		{`<![CDATA[><img src=x onerror=go(1)>]]>`, "an event attribute, onerror at <img>"},
		{`<?php ><img src=x onerror=go(1)>?>`, "an event attribute, onerror at <img>"},
		{`<select><img src=x onerror=go(1)></select>`, "an event attribute, onerror at <img>"},
		{`<img src="x"onerror="go(1)">`, "an event attribute, onerror at <img>"},
		{`<img src='x' "onerror=go(1) ' onerror=go(1)>`, "an event attribute"},
		{`<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=go(1)&gt;">`, "has a <style> element"},
		{"<img src=x\x00 onerror=go(1)>", "an event attribute, onerror at <img>"},
	}.run(t, "en/a.html", head, "</body></html>")
}

func TestPagesLeadNowhereDangerous(t *testing.T) {
	cases{
		{`<a href=https://other.example/>x</a> <a href=mailto:a@b.example>y</a> <a href=tel:+99871>z</a>`, ""},
		{`<link rel=canonical href=https://other.example/> <link rel=alternate type=application/rss+xml href=https://other.example/x.xml>`, ""},
		{`<meta property=og:image content=https://other.example/x.png>`, ""},
		{`<img src=../x.png srcset="../x.png 1x, ../y.png 2x" alt="">`, ""},
		{`<img src=https://stats.example/pixel alt=""><iframe src=https://stats.example/film></iframe>`, ""},
		{`<link rel=stylesheet href=../css/own.css>`, ""},
		{`<form action=b.html></form><form action="https://council.example/kb/en/b.html"></form>`, ""},
		{`<meta http-equiv=refresh content="0; url=b.html?x=1">`, ""},

		{`<a href=javascript:go(1)>x</a>`, `a link with the scheme "javascript:"`},
		{`<a href="  JaVaScRiPt:go(1)">x</a>`, `the scheme "javascript:"`},
		{`<a href="java&#115;cript&colon;go(1)">x</a>`, `the scheme "javascript:"`},
		{`<a href="java&Tab;script:go(1)">x</a>`, `the scheme "javascript:"`},
		{"<a href=\"java\tscr\nipt:go(1)\">x</a>", `the scheme "javascript:"`},
		{`<a href="&#1;javascript:go(1)">x</a>`, `the scheme "javascript:"`},
		{`<a href="vbscript:x">x</a>`, `the scheme "vbscript:"`},
		{`<a href="data:text/html,x" download>x</a>`, `the scheme "data:"`},
		{`<a href="blob:x">x</a>`, `the scheme "blob:"`},
		{`<a href="file:///etc/passwd">x</a>`, `the scheme "file:"`},
		{`<area href=javascript:go(1)>`, `the scheme "javascript:"`},
		{`<svg><a xlink:href=javascript:go(1)><text>x</text></a></svg>`, `the scheme "javascript:"`},
		{`<svg><use href="data:image/svg+xml,x#y"/></svg>`, `the scheme "data:" in href of <use>`},
		{`<form action=javascript:go(1)></form>`, `the scheme "javascript:" in action of <form>`},
		{`<form action=https://evil.example/></form>`, "asks another host, evil.example, in action of <form>"},
		{`<button formaction=//evil.example/>x</button>`, "asks another host, evil.example, in formaction"},
		{`<img src=//evil.example/x.png alt="">`, "asks another host, evil.example, in src of <img>"},
		{`<img src=http://stats.example/x.png alt="">`, "asks another host, stats.example"},
		{`<img srcset="../x.png 1x, https://evil.example/x.png 2x" alt="">`, "asks another host, evil.example, in srcset"},
		{`<video poster=https://evil.example/x.png></video>`, "asks another host, evil.example, in poster"},
		{`<a href=b.html ping=https://evil.example/>x</a>`, "asks another host, evil.example, in ping"},
		{`<link rel="alternate stylesheet" href=https://evil.example/x.css>`, "asks another host, evil.example, in href of <link>"},
		{`<link rel=preconnect href=https://evil.example/>`, "asks another host, evil.example"},
		{`<link rel=stylesheet href=../css/none.css>`, "names a file that the site does not have, in href of <link>"},
		{`<svg><image href=https://evil.example/x.png /></svg>`, "asks another host, evil.example, in href of"},
		{`<svg><path fill="url(//evil.example/x.svg#y)"/></svg>`, "asks another host, evil.example, in a style"},
		{`<iframe src=https://evil.example/></iframe>`, "has a frame, <iframe>"},
		{`<meta http-equiv=refresh content="0; url=https://evil.example/">`, "redirects to something that is not a page of the site"},
		{`<meta http-equiv=refresh content="0;javascript:go(1)">`, "redirects to something that is not a page of the site"},
		{`<meta http-equiv=Refresh content="0 URL='none.html'">`, "redirects to something that is not a page of the site"},
		{`<meta http-equiv=set-cookie content=x>`, "acts as an HTTP header"},
		{`<meta charset=utf-7>`, "an encoding other than UTF-8"},
		{`<meta http-equiv=content-type content="text/html; charset=iso-2022-jp">`, "an encoding other than UTF-8"},
	}.run(t, "en/a.html", head, "</body></html>")
}

func TestPagesSayTheirEncoding(t *testing.T) {
	cases{
		{"<!doctype html><p>plain", ""},
		{"<!doctype html><p>naïve", "does not say that it is UTF-8"},
		{"<!doctype html><p>\x1b$B", "does not say that it is UTF-8"},
		{"\xfe\xff\x00<\x00p", "is UTF-16"},
	}.run(t, "a.htm", "", "")
}

func TestStylesLoadNothingFromElsewhere(t *testing.T) {
	cases{
		{`a{background:url(../x.png)} b{background:url("x.svg#y")} @font-face{src:url(own.woff2) format("woff2")}`, ""},
		{`@import "own.css"; a::after{content:"https://other.example"} a{--x:"//y"}`, ""},
		{`@import "https://stats.example/own.css";`, ""},
		{`@import "https://evil.example/x.css";`, "asks another host, evil.example, in a style"},
		{`@IMPORT url(//evil.example/x.css);`, "asks another host, evil.example"},
		{`@\69mport "//evil.example/x.css";`, "asks another host, evil.example"},
		{`a{background:url( "https://evil.example/x" )}`, "asks another host, evil.example"},
		{`a{background:U\52L(//evil.example/x)}`, "read in ways of their own"},
		{`a{background:url(\2f/evil.example/x)}`, "asks another host, evil.example"},
		{`a{background:image-set("//evil.example/x" 1x)}`, "asks another host, evil.example"},
		{`a{background:image-set(linear-gradient(red,blue) 1x, "//evil.example/x" 2x)}`, "asks another host, evil.example"},
		{`a{--x:"//evil.example/x";background:image-set(var(--x) 1x)}`, "takes an address in a style from elsewhere, by var("},
		{`a{background:image-set(1x,attr(data-x type(<string>)))} b{background:linear-gradient(var(--a),var(--b))}`, "from elsewhere, by attr("},
		{`a{background:linear-gradient(var(--a),var(--b))}`, ""},
		{`a{--x:url(//evil.example/x)}`, "asks another host, evil.example"},
		{`a{background:url(data:image/png;base64,xx)}`, `the scheme "data:" in a style`},
		{`a{background:url(javascript:go)}`, `the scheme "javascript:" in a style`},
		{`a{behavior:url(x.htc)}`, "the property behavior"},
		{`a{background:url("x` + "\n" + `//evil.example`, "read in ways of their own"},
	}.run(t, "css/a.css", "p{color:red}\n", "")
}

func TestPicturesAreDrawingsAlone(t *testing.T) {
	cases{
		{`<path d="M0 0" style="fill:#fff"/><style>.a{fill:red}</style><a href="https://other.example/"><text>x</text></a>`, ""},
		{`<image href="data:image/png;base64,xx"/><use href="#a"/><rect fill="url(#b)"/>`, ""},
		{`<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>x</dc:title></metadata>`, ""},
		{`<script>go()</script>`, "has a script in the page itself"},
		{`<x:script xmlns:x="http://www.w3.org/1999/xhtml" src="js/own.js"/>`, "has a script"},
		{`<path onload="go()"/>`, "an event attribute, onload"},
		{`<style>@import "//evil.example/x.css";</style>`, "asks another host, evil.example, in a style"},
		{`<path style="fill:url(//evil.example/x#y)"/>`, "asks another host, evil.example, in a style"},
		{`<image href="https://evil.example/x.png"/>`, "asks another host, evil.example"},
		{`<image href="data:image/svg+xml,x"/>`, `the scheme "data:"`},
		{`<a href="javascript:go()"><text>x</text></a>`, `the scheme "javascript:"`},
		{`<foreignObject><p>x</p></foreignObject>`, "has HTML in a picture"},
		{`<animate attributeName="mask" values="none;url(//evil.example/x.svg#y)"/>`, "asks another host, evil.example, in a style"},
		{`<set attributeName="fill" to="url(https://evil.example/x.svg#y)"/>`, "asks another host, evil.example, in a style"},
		{`<animate attributeName="fill" from="rgb(0 0 0)" to="url(#y)"/><feColorMatrix values="0 1"/>`, ""},
		{`<handler type="text/ecmascript">go()</handler>`, "has a script in a picture"},
		{`<path>`, "is not well-formed XML"},
		{strings.Repeat("<g>", 200) + strings.Repeat("</g>", 200), ""},
		{strings.Repeat("<g>", 300) + strings.Repeat("</g>", 300), "has elements nested more than 256 deep"},
	}.run(t, "a.svg", `<svg xmlns="http://www.w3.org/2000/svg">`, "</svg>")
	cases{
		{`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>`, ""},
		{`<!DOCTYPE svg [<!ENTITY x "y">]><svg/>`, "declares entities"},
		{`<?xml-stylesheet href="//evil.example/x.xsl"?><svg/>`, "names a style sheet that is not a file of the site"},
		{`<?php x?><svg/>`, "has the processing instruction php"},
	}.run(t, "a.svg", "", "")
	if problems := verified(t, map[string]string{"a.svgz": "\x1f\x8b"}, Options{}); len(problems) != 1 {
		t.Errorf("a packed picture: %v", problems)
	}
}

func TestFeedsHoldNothingThatRuns(t *testing.T) {
	cases{
		{`<link>https://other.example/</link><guid>urn:x</guid><description>a &lt;b&gt; &amp;lt;script&gt;</description>`, ""},
		{`<x:link xmlns:x="http://www.w3.org/2005/Atom" rel="hub" href="https://other.example/"/>`, ""},
		{`<x:link xmlns:x="http://www.w3.org/1999/xhtml" rel="alternate" hreflang="en" href="https://other.example/"/>`, ""},
		{`<title>&lt;script&gt;</title>`, ""},
		{`<link>javascript:go()</link>`, `the scheme "javascript:", in the text of <link>`},
		{`<description>&lt;img src=x onerror=go()&gt;</description>`, "an event attribute, onerror"},
		{`<description><![CDATA[<script>go()</script>]]></description>`, "has a script in the page itself"},
		{`<x:encoded xmlns:x="http://purl.org/rss/1.0/modules/content/">&lt;iframe src=//evil.example/&gt;</x:encoded>`, "has a frame"},
		{`<content type="html">&lt;a href=javascript:go()&gt;x</content>`, `the scheme "javascript:"`},
		{`<script xmlns="http://www.w3.org/1999/xhtml">go()</script>`, "has a script in the page itself"},
		{`<enclosure url="https://evil.example/x.mp3"/>`, "asks another host, evil.example, in url of <enclosure>"},
	}.run(t, "feed.xml", `<?xml version="1.0"?><?xml-stylesheet href="feed.xsl" type="text/xsl"?><rss>`, "</rss>")
}

// One mistake in a layout is on every page. It is told once, at the first page.
func TestEveryFaultIsToldOnceWithItsPages(t *testing.T) {
	files := map[string]string{}
	for _, name := range []string{"en/a.html", "en/b.html", "ru/a.html"} {
		files[name] = head + "\n<p>\n<i>ш</i><b onclick=go('" + name + "')>x</b>"
	}
	files["ru/a.html"] += "<base href=/>"
	var got []string
	for _, p := range verified(t, files, Options{}) {
		got = append(got, p.String())
	}
	want := []string{
		`en/a.html:3:12: the rendered file has an event attribute, onclick at <b>: "go('en/a.html')"; so do 2 files more (put it into a script below static/, with active = ["scripts"] in [files] of kengash.toml) [KG0903]`,
		`ru/a.html:3:41: the rendered file has a <base> element (write addresses relative to the page, or from the root of the host) [KG0903]`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTheNumberOfProblemsIsBounded(t *testing.T) {
	files := map[string]string{}
	for _, letter := range "abcdefghij" {
		files[string(letter)+".html"] = head
		for _, event := range "abcdefghijk" {
			files[string(letter)+".html"] += "<p on" + string(letter) + string(event) + "=x>"
		}
	}
	problems := verified(t, files, Options{})
	if len(problems) != maxProblems+1 || !strings.Contains(problems[0].Msg, "60 more faults") {
		t.Errorf("%d problems, the first: %s", len(problems), problems[0])
	}
}

// A report names the file that the fault likely comes from, by what is wrong.
func TestReportsNameTheLikelySource(t *testing.T) {
	own, theme := t.TempDir(), t.TempDir()
	for name, content := range map[string]string{
		own + "/layouts/footer.html":    "<footer>\n<p {{ if true }}onClick=\"go(1)\"{{ end }}>x</p>",
		own + "/static/old/a.html":      head + "\n<base href=/>",
		own + "/data/notes/x.toml":      "url = \"javascript:go(1)\"",
		own + "/data/topics/ai.toml":    "",
		theme + "/layouts/footer.html":  "<footer onclick=go(1)>",
		theme + "/layouts/counter.html": "<img src={{ .counter }}><script>{{ .x }}</script>",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	opt := Options{Sources: []fs.FS{os.DirFS(own), os.DirFS(theme)}}
	for _, c := range []struct{ name, part, want string }{
		{"en/a.html", `<p onclick=go(1)>`, "it seems to come from layouts/footer.html:2:26) [KG0903]"},
		{"old/a.html", "\n<base href=/>", "it seems to come from static/old/a.html:2:1) [KG0903]"},
		{"en/notes/x.html", `<a href=javascript:go(1)>x</a>`, "it seems to come from data/notes/x.toml:1:8) [KG0903]"},
		{"en/notes/x.html", `<script>made()</script>`, "it seems to come from layouts/counter.html:1:25) [KG0903]"},
		{"en/topics/ai.html", `<object>`, "it seems to come from data/topics/ai.toml) [KG0903]"},
		{"en/none.html", `<object>`, "link to the file) [KG0903]"},
	} {
		problems := verified(t, map[string]string{c.name: head + c.part}, opt)
		if len(problems) != 1 || !strings.HasSuffix(problems[0].String(), c.want) {
			t.Errorf("%s: %v, want %q", c.part, problems, c.want)
		}
	}
}
