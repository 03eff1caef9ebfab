package model

import (
	"cmp"
	"fmt"
	"net/mail"
	"net/url"
	"path"
	"strings"
	"unicode"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/limit"
)

// Config is the site's configuration, kengash.toml.
type Config struct {
	Index *diag.Index `toml:"-"`

	BaseURL         string       `toml:"base_url,required"`  // absolute, ends in a slash
	DataDate        Date         `toml:"data_date,required"` // the day of which the collection speaks as "now"
	Theme           string       `toml:"theme"`              // a folder of themes/; defaults to "kengash"
	DefaultLanguage Lang         `toml:"default_language"`   // defaults to the first
	EditURL         string       `toml:"edit_url"`           // "https://…/{path}" leads to a source file; "" shows no link
	Title           Text         `toml:"title,required"`
	Description     Text         `toml:"description"`
	License         Text         `toml:"license"`  // a sentence for the foot of each page
	Standing        Text         `toml:"standing"` // a word or two in the head of each page: "Unofficial reference"
	Publisher       Text         `toml:"publisher"`
	Editor          Text         `toml:"editor"`
	Contact         string       `toml:"contact"` // a mail address, or that of a page
	Languages       []Language   `toml:"language,keyed"`
	Brand           Brand        `toml:"brand"`
	Files           Files        `toml:"files"`
	Limits          limit.Limits `toml:"limits"`
	Hosts           []string     `toml:"hosts"`                // other hosts that pages may load from, by https
	Menu            []Ref        `toml:"menu" ref:"any"`       // entities shown beside the kinds in the foot
	Contribute      Ref          `toml:"contribute" ref:"any"` // the page that says how to send in an experience note
	AttendanceAs    string       `toml:"attendance_as"`        // ByName (default) or ByCount, for all meetings
	Home            Home         `toml:"home"`
	Order           Order        `toml:"order"`
	Check           Check        `toml:"check"`

	langs []Lang // made by Seal
}

func (c *Config) seal() { c.langs = c.Langs() }

// Language of the site; Key is its key in folders and addresses.
type Language struct {
	Key       string
	Name      string `toml:"name,required"` // in the language itself
	Names     Text   `toml:"names"`         // in the others, as a sentence has them: "Russian"
	Tag       string `toml:"tag"`           // BCP 47; defaults to Key
	Direction string `toml:"direction"`     // LeftToRight (default) or RightToLeft
}

// Lang returns the language's key.
func (l Language) Lang() Lang { return Lang(l.Key) }

// Brand is what a site changes without touching the theme.
type Brand struct {
	Name   Text              `toml:"name"`   // short name beside the emblem
	Emblem string            `toml:"emblem"` // file under static/; "" shows the theme's
	Colors map[string]string `toml:"colors"` // CSS custom properties of the theme without "--": accent = "#…"
}

// Files says what of the site's folder may be read and published beyond files that do nothing.
type Files struct {
	Links  string   `toml:"links"`  // "" or LinksInside
	Active []string `toml:"active"` // what of static/ may be more than files that do nothing
}

// LinksInside is the Links of a site whose folder may have links to files in it.
const LinksInside = "inside"

// FollowsLinks reports whether links to files of the site are read.
func (f Files) FollowsLinks() bool { return f.Links == LinksInside }

// Home says what the first page features.
type Home struct {
	Protocol string `toml:"protocol" ref:"protocols"` // defaults to the newest
}

// Order of lists where it is neither by date nor by name: ids that come first, in this order.
type Order struct {
	States []string `toml:"states" ref:"states"`
	Topics []string `toml:"topics" ref:"topics"`
	Bodies []string `toml:"bodies" ref:"bodies"`
}

// Check says which notices to leave out.
type Check struct {
	Skip []string `toml:"skip"` // families of notices: "typography", "typography:en"
}

// SetBaseURL takes the address of the site's root: absolute, http or https; a slash is put at its
// end.
func (c *Config) SetBaseURL(address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.RawQuery != "" || u.Fragment != "" || u.User != nil ||
		strings.Trim(u.Hostname(), ".") == "" || !plainAddress(u.Host) || !plainAddress(u.Path) || path.Clean("/"+u.Path) != cmp.Or(strings.TrimSuffix(u.Path, "/"), "/") {
		return fmt.Errorf(`%q is not the address of a site (want an absolute one, as in "https://kengash.example/kb/")`, address)
	}
	c.BaseURL = strings.TrimSuffix(address, "/") + "/"
	return nil
}

// ContactIsMail reports whether the contact is a mail address.
func (c *Config) ContactIsMail() bool {
	a, err := mail.ParseAddress(c.Contact)
	return err == nil && a.Address == c.Contact
}

// plainAddress reports whether a part of an address says the same wherever it is written: in pages,
// feeds and headers, as a folder and in quotes.
func plainAddress(part string) bool {
	return !strings.ContainsFunc(part, func(r rune) bool {
		return unicode.IsSpace(r) || !unicode.IsGraphic(r) || strings.ContainsRune("\"'<>\\^`{|}%", r)
	})
}

// Langs returns the language keys in order.
func (c *Config) Langs() []Lang {
	if c.langs != nil {
		return c.langs
	}
	langs := make([]Lang, len(c.Languages))
	for i, l := range c.Languages {
		langs[i] = l.Lang()
	}
	return langs
}

// Language returns a language by its key.
func (c *Config) Language(key Lang) (Language, bool) {
	for _, l := range c.Languages {
		if l.Lang() == key {
			return l, true
		}
	}
	return Language{}, false
}
