package schema

import (
	"reflect"

	"github.com/kengash/kengash/generator/internal/limit"
	"github.com/kengash/kengash/generator/internal/model"
)

// ofLimits are the limits of a site.
var ofLimits = tables{
	"Limits": {
		"languages":       {"Languages of the site.", `languages = 60`},
		"files":           {"Files and folders in the site's folder.", `files = 200_000`},
		"source_bytes":    {"Bytes of all of them together.", `source_bytes = 2_100_000_000`},
		"file_bytes":      {"Bytes of a file that is copied or that the theme reads.", `file_bytes = 200_000_000`},
		"markup_bytes":    {"Bytes of a feed, other XML or HTML in `static/`; an SVG or a style sheet may have four times as many.", `markup_bytes = 2_000_000`},
		"code_bytes":      {"Bytes of a layout, and of a style sheet or script in `assets/`.", `code_bytes = 500_000`},
		"code_nesting":    {"Brackets within each other in it.", `code_nesting = 300`},
		"code_signs":      {"Operators and spaces in one statement of it.", `code_signs = 20_000`},
		"data_bytes":      {"Bytes of a file of facts or words (TOML), here, in `i18n/` and in `assets/`.", `data_bytes = 2_000_000`},
		"data_keys":       {"Keys in it, each part of a dotted one, and items of its lists.", `data_keys = 40_000`},
		"theme_keys":      {"The same in a file of interface words.", `theme_keys = 10_000`},
		"data_tables":     {"Tables in it.", `data_tables = 10_000`},
		"data_nesting":    {"Keys and lists within each other.", `data_nesting = 20`},
		"key_bytes":       {"Bytes of one part of a key.", `key_bytes = 1_000`},
		"value_bytes":     {"Bytes of one string; long texts belong in `content/`.", `value_bytes = 20_000`},
		"text_bytes":      {"Bytes of a text (Markdown): some 200 printed pages.", `text_bytes = 2_000_000`},
		"text_lines":      {"Lines in it.", `text_lines = 80_000`},
		"text_blocks":     {"Paragraphs, list items, quotes and the like in it.", `text_blocks = 20_000`},
		"text_headings":   {"Headings in it.", `text_headings = 4_000`},
		"text_nesting":    {"Lists and quotes within each other.", `text_nesting = 20`},
		"text_marks":      {"Marks of links, emphasis and code in it.", `text_marks = 40_000`},
		"paragraph_marks": {"The same in one paragraph.", `paragraph_marks = 1_000`},
		"paragraph_bytes": {"Bytes of one paragraph.", `paragraph_bytes = 200_000`},
		"table_cells":     {"Cells of its tables.", `table_cells = 40_000`},
	},
}

// defaultLimit is the limit of a site that sets none.
func defaultLimit(key string) string {
	v := reflect.ValueOf(limit.Default)
	for i := range v.NumField() {
		if name, _ := model.TOMLTag(v.Type().Field(i).Tag); name == key {
			return limit.Grouped(int(v.Field(i).Int()))
		}
	}
	return ""
}
