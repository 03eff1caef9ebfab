package site

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// redirectsName is the file from which Netlify takes redirects. Other hosts leave it alone, or
// understand it as well; the pages at the former addresses lead on in any case.
const redirectsName = "_redirects"

// writeRedirects writes the redirects of a site for hosts; no file if there are none.
func writeRedirects(c *model.Collection, dir string) error {
	base, err := url.Parse(c.Config.BaseURL)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, lang := range c.Config.Langs() {
		for _, r := range c.Redirects() {
			// The mark has the rule go before the page at the address.
			fmt.Fprintf(&b, "%s%s %s%s 301!\n", base.Path, c.Paths.URL(r.From, lang), base.Path, c.Paths.URL(r.To, lang))
		}
		c.Paths.Moves(lang, func(from, to string) {
			fmt.Fprintf(&b, "%s%s* %s%s:splat 301!\n", base.Path, from, base.Path, to)
		})
	}
	if b.Len() == 0 {
		return nil
	}
	file := filepath.Join(dir, redirectsName)
	own, err := os.ReadFile(file) // of static/, which comes after ours: the first rule that fits counts
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.WriteFile(file, append([]byte(b.String()), own...), 0o666)
}
