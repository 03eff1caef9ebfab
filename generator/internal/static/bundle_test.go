package static

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/generator/internal/diag"
)

func TestBundlesTakeInFilesOfAssetsAlone(t *testing.T) {
	theme := fstest.MapFS{
		"assets/css/base.css": {}, "assets/img/a.png": {}, "assets/js/lib/index.ts": {}, "assets/js/words.json": {},
	}
	for _, c := range []struct{ file, content, want string }{
		{"css/own.css", `@import "base.css"; @import "/css/base.css"; .a { background: url(../img/a.png) } .b { mask: url(#m) }`, ""},
		{"css/own.css", `.a { background: url(data:image/png;base64,AA) }`, ""},
		{"js/own.ts", `import {a} from "./lib"; import w from "./words"; import * as p from "@params"; a(w, p)`, ""},
		{"js/own.js", `if (`, ""}, // said by Hugo

		{"css/own.css", "\n@import \"/etc/passwd\";", "assets/css/own.css:2:9: takes in /etc/passwd, which is not a file of assets/"},
		{"css/own.css", `@import "../../../../../etc/passwd";`, "takes in ../../../../../etc/passwd"},
		{"css/own.css", `.a { background: url(/var/secret.png) }`, "takes in /var/secret.png"},
		{"css/own.css", `.a { background: url(../secret.png) }`, "takes in ../secret.png"},
		{"css/own.css", `.a { background: u\72l("\2f etc/secret.png") }`, "takes in"},
		{"css/own.css", `.a { background: url(none.png) }`, "takes in none.png"},
		{"js/own.js", `import a from "/etc/secret.json"; a()`, "takes in /etc/secret.json"},
		{"js/own.js", `import("../../secret.js")`, "takes in ../../secret.js"},
		{"js/own.js", `require("\x2fetc/secret.js")`, "takes in /etc/secret.js"},
		{"js/own.tsx", `import a from "preact"; a()`, "takes in preact"},
		{"js/own.js", `import a from "file:///etc/secret.js"; a()`, "takes in file:///etc/secret.js"},
	} {
		site := fstest.MapFS{"assets/" + c.file: {Data: []byte(c.content)}}
		var l diag.List
		if err := Bundles(site, "assets", []fs.FS{site, theme}, &l); err != nil {
			t.Fatal(err)
		}
		got := ""
		if err := l.Err(); err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: got %q, want %q", c.content, got, c.want)
		}
	}
}
