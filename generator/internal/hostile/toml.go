package hostile

// tomlClasses are files of facts that are hard to parse.
var tomlClasses = map[string]func(n int) string{
	"dotted key":             func(n int) string { return "a" + filled(n, ".a") + " = 1\n" },
	"dotted key twice":       func(n int) string { return "a" + filled(n/2, ".a") + ".b = 1\na" + filled(n/2, ".a") + ".c = 1\n" },
	"dotted keys":            func(n int) string { return numbered(n, "a.b.c.d.e.f.g.h.k%d = 1\n") },
	"dotted key in quotes":   func(n int) string { return "\"a\"" + filled(n, ".\"a\"") + " = 1\n" },
	"dotted key with blanks": func(n int) string { return "a" + filled(n, " . a") + " = 1\n" },
	"dotted table":           func(n int) string { return "[a" + filled(n, ".a") + "]\n" },
	"dotted tables":          func(n int) string { return numbered(n, "[a.b.c.d.e.f.g.h.k%d]\n") },
	"dotted table of tables": func(n int) string { return "[[a" + filled(n, ".a") + "]]\n" },
	"deeper tables": func(n int) string {
		text, name := "", "a"
		for len(text) < n {
			text += "[" + name + "]\n"
			name += ".a"
		}
		return text
	},
	"inline tables":              func(n int) string { return "x = " + nested(n, "{a=", "1", "}") + "\n" },
	"inline tables open":         func(n int) string { return "x = " + filled(n, "{a=") },
	"inline table wide":          func(n int) string { return "x = {" + numbered(n, "k%d=1,") + "z=1}\n" },
	"inline tables wide":         func(n int) string { return "x = {" + numbered(n, "k%d={},") + "z={}}\n" },
	"inline dotted":              func(n int) string { return "x = {a" + filled(n, ".a") + " = 1}\n" },
	"arrays":                     func(n int) string { return "x = " + nested(n, "[", "", "]") + "\n" },
	"arrays open":                func(n int) string { return "x = " + filled(n, "[") },
	"arrays by lines":            func(n int) string { return "x = " + nested(n, "[\n", "", "]\n") + "\n" },
	"array of arrays":            func(n int) string { return "x = [" + filled(n, "[],") + "]\n" },
	"array long":                 func(n int) string { return "x = [" + filled(n, "1,") + "]\n" },
	"array of inline tables":     func(n int) string { return "x = [" + filled(n, "{a=1},") + "]\n" },
	"array and table by turns":   func(n int) string { return "x = " + nested(n, "[{a=", "1", "}]") + "\n" },
	"tables":                     func(n int) string { return numbered(n, "[t%d]\n") },
	"tables of a table":          func(n int) string { return numbered(n, "[t.t%d]\n") },
	"tables of tables":           func(n int) string { return filled(n, "[[t]]\n") },
	"tables of tables of tables": func(n int) string { return filled(n, "[[t]]\n[[t.u]]\n[[t.u.v]]\n") },
	"keys":                       func(n int) string { return numbered(n, "k%d=1\n") },
	"key long":                   func(n int) string { return filled(n, "a") + " = 1\n" },
	"key with escapes":           func(n int) string { return "\"" + filled(n, `\u0041`) + "\" = 1\n" },
	"keys with escapes":          func(n int) string { return numbered(n, "\"\\u0041\\U00000041%d\" = 1\n") },
	"key twice":                  func(n int) string { return filled(n, "a = 1\n") },
	"string long":                func(n int) string { return "x = \"" + filled(n, "a") + "\"\n" },
	"string with escapes":        func(n int) string { return "x = \"" + filled(n, `\"`) + "\"\n" },
	"string open":                func(n int) string { return "x = \"" + filled(n, "a") },
	"string of lines":            func(n int) string { return "x = \"\"\"" + filled(n, "a\n") + "\"\"\"\n" },
	"string of lines open":       func(n int) string { return "x = \"\"\"" + filled(n, "a\n") },
	"string of lines ends":       func(n int) string { return "x = \"\"\"" + filled(n, "\\\n  ") + "\"\"\"\n" },
	"string of quotes":           func(n int) string { return "x = '''" + filled(n, "''a") + "'''\n" },
	"comment long":               func(n int) string { return "# " + filled(n, "a") + "\n" },
	"comments":                   func(n int) string { return filled(n, "#\n") },
	"blank lines":                func(n int) string { return filled(n, "\n") },
	"blanks":                     func(n int) string { return filled(n, " ") + "x = 1\n" },
	"returns":                    func(n int) string { return filled(n, "\r\n") },
	"bare returns":               func(n int) string { return "x = 1" + filled(n, "\r") },
	"nul":                        func(n int) string { return "x = 1" + filled(n, "\x00") },
	"nul in a string":            func(n int) string { return "x = \"" + filled(n, "\x00") + "\"\n" },
	"not UTF-8":                  func(n int) string { return "x = \"" + filled(n, "\xff") + "\"\n" },
	"integer long":               func(n int) string { return "x = " + filled(n, "9") + "\n" },
	"integer underscored":        func(n int) string { return "x = 1" + filled(n, "_1") + "\n" },
	"integer in hexadecimal":     func(n int) string { return "x = 0x" + filled(n, "f") + "\n" },
	"integer signed":             func(n int) string { return "x = " + filled(n, "-") + "1\n" },
	"float exponent":             func(n int) string { return "x = 1e" + filled(n, "9") + "\n" },
	"float exponents":            func(n int) string { return "x = [" + filled(n, "1e999999999,") + "]\n" },
	"float long":                 func(n int) string { return "x = 0." + filled(n, "9") + "\n" },
	"date long":                  func(n int) string { return "x = 2026-11-22T00:00:00." + filled(n, "0") + "Z\n" },
	"dates":                      func(n int) string { return "x = [" + filled(n, "2026-11-22T00:00:00.000000Z,") + "]\n" },
	"dates of no day":            func(n int) string { return "x = [" + filled(n, "2026-02-31,") + "]\n" },
	"line without an end":        func(n int) string { return filled(n, "x") },
	"equal signs":                func(n int) string { return "x " + filled(n, "=") + "\n" },
	"brackets closed":            func(n int) string { return filled(n, "]") + "\n" },
	"marks of byte order":        func(n int) string { return filled(n, "\ufeff") + "x = 1\n" },
}

// recordClasses are files of facts whose parts are right, and too many.
var recordClasses = map[string]func(n int) string{
	"sources":        func(n int) string { return noteFacts + numbered(n, "[source.s%d]\ntitle = \"S\"\n") },
	"sources dotted": func(n int) string { return noteFacts + numbered(n, "source.s%d.title = \"S\"\n") },
	"sources inline": func(n int) string { return noteFacts + numbered(n, "source.s%d = { title = \"S\" }\n") },
	"facts": func(n int) string {
		return noteFacts + numbered(n, "[fact.g%d]\nconfidence = \"high\"\nsources = [\"gazette\"]\n")
	},
	"unknown keys":       func(n int) string { return numbered(n, "unknown%d = 1\n") + noteFacts },
	"unknown keys long":  func(n int) string { return filled(n/2, "unknown") + " = 1\n" + noteFacts },
	"unknown keys below": func(n int) string { return noteFacts + numbered(n, "source.gazette.unknown%d = 1\n") },
	"unknown sources": func(n int) string {
		return noteFacts + "fact.g1 = { confidence = \"high\", sources = [" + numbered(n, "\"s%d\",") + "] }\n"
	},
	"unknown sources of many": func(n int) string {
		return noteFacts + "fact.g1 = { confidence = \"high\", sources = [" + numbered(n/2, "\"t%d\",") + "] }\n" + numbered(n/2, "source.s%d.title = \"S\"\n")
	},
	"topics":             func(n int) string { return "state = \"uz\"\ntopics = [" + filled(n, "\"ai\",") + "]\n" },
	"unknown topics":     func(n int) string { return "state = \"uz\"\ntopics = [" + numbered(n, "\"t%d\",") + "]\n" },
	"unknown topic long": func(n int) string { return "state = \"uz\"\ntopics = [\"" + filled(n, "t") + "\"]\n" },
	"languages":          func(n int) string { return noteFacts + numbered(n, "summary.l%d = \"S\"\n") },
	"title long":         func(n int) string { return noteFacts + "summary.en = \"" + filled(n, "word ") + "\"\n" },
	"title of one word":  func(n int) string { return noteFacts + "summary.en = \"" + filled(n, "w") + "\"\n" },
	"title of signs":     func(n int) string { return noteFacts + "summary.en = \"" + filled(n, "<&'") + "\"\n" },
	"title of marks":     func(n int) string { return noteFacts + "summary.en = \"" + filled(n, "a\u0301\u0302") + "\"\n" },
	"title in Han":       func(n int) string { return noteFacts + "summary.en = \"" + filled(n, "数字") + "\"\n" },
	"date long":          func(n int) string { return noteFacts + "period = \"" + filled(n, "2021/") + "\"\n" },
	"address long": func(n int) string {
		return noteFacts + "source.b = { title = \"B\", url = \"https://a.example/" + filled(n, "%41") + "\" }\n"
	},
}
