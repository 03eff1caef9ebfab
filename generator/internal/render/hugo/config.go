package hugo

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// BaseConfig returns the configuration every project starts from: nothing is
// executed, fetched or read from the environment, no raw HTML passes through
// Markdown, and the output depends on the project alone. [Start] and [Dump]
// lay Project.Config over it, map by map.
func BaseConfig() map[string]any {
	none := []string{"none"}
	return map[string]any{
		"security": map[string]any{
			"enableInlineShortcodes": false,
			"exec":                   map[string]any{"allow": none, "osEnv": none},
			"funcs":                  map[string]any{"getenv": none},
			"http":                   map[string]any{"urls": none, "methods": none},
		},
		"markup": map[string]any{
			"goldmark": map[string]any{"renderer": map[string]any{"unsafe": false}},
		},

		"timeZone":      "UTC",
		"enableGitInfo": false,
		// A page is there or not because the project says so, never because
		// of the day it is built on.
		"buildDrafts":  true,
		"buildFuture":  true,
		"buildExpired": true,

		// Only what the project lists is a page.
		"disableKinds": []string{"taxonomy", "term", "404", "sitemap", "rss", "robotstxt"},
		// What pages are besides HTML, by the extension of their address.
		"outputFormats": map[string]any{
			"script": map[string]any{"mediaType": "text/javascript", "isPlainText": true, "notAlternative": true},
			"data":   map[string]any{"mediaType": "application/xml", "notAlternative": true},
			"text":   map[string]any{"mediaType": "text/plain", "isPlainText": true, "notAlternative": true},
		},

		"uglyURLs":                       true,
		"relativeURLs":                   true,
		"defaultContentLanguageInSubdir": true,
		"disableDefaultSiteRedirect":     true,
		"disableHugoGeneratorInject":     true,

		"noBuildLock":       true,
		"printI18nWarnings": true,
		"printPathWarnings": true,
	}
}

// configJSON returns the configuration of the project as hugo.json holds it.
func configJSON(p Project) ([]byte, error) {
	config := BaseConfig()
	overlay(config, p.Config)
	if len(p.Theme) > 1 {
		themes := make([]string, 0, len(p.Theme)-1)
		for i := range p.Theme[1:] {
			themes = append(themes, layerName(i+1))
		}
		config["theme"] = themes
	}

	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	// The file is for people to read, and no browser ever sees it.
	enc.SetEscapeHTML(false)
	if err := enc.Encode(config); err != nil {
		return nil, fmt.Errorf("configuration: %w", err)
	}
	return b.Bytes(), nil
}

// overlay sets each key of src in dst, and merges where both hold maps. As in
// Hugo, keys are compared without regard to case.
func overlay(dst, src map[string]any) {
	for key, v := range src {
		for k := range dst {
			if strings.EqualFold(k, key) {
				key = k
			}
		}
		below, ok1 := dst[key].(map[string]any)
		above, ok2 := v.(map[string]any)
		if ok1 && ok2 {
			overlay(below, above)
		} else {
			dst[key] = v
		}
	}
}
