package check

import (
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// mostHosts is how many hosts a configuration may name: each address in a page is looked up among
// them.
const mostHosts = 100

// settings checks what the types of the configuration cannot say.
func settings(c *model.Collection, l *diag.List) {
	config := c.Config
	if d := config.DataDate; d != "" && (d != d.From() || len(d) != len("2006-01-02")) {
		l.Add(diag.Date, config.Index.At("data_date"), "want one day, as in 2026-11-22", "data_date %q is not a day", string(d))
	}
	if links := config.Files.Links; links != "" && links != model.LinksInside {
		l.Add(diag.Setting, config.Index.At("files", "links"), diag.Want(links, []string{model.LinksInside})+"; without the key, no link is followed", "unknown links %q", links)
	}
	if len(config.Hosts) > mostHosts {
		l.Add(diag.Setting, config.Index.At("hosts"), fmt.Sprintf("name at most %d, those that pages load from", mostHosts), "%d hosts", len(config.Hosts))
	}
	for i, host := range config.Hosts[:min(len(config.Hosts), mostHosts)] {
		if !hostName.MatchString(host) {
			l.Add(diag.Setting, config.Index.At("hosts", strconv.Itoa(i)), `want the name of a host in lower case, as in "stats.council.example"`, "%q is not a host", host)
		}
	}
	if contact := config.Contact; contact != "" && !config.ContactIsMail() && !webAddress(contact) {
		l.Add(diag.Setting, config.Index.At("contact"), `want a mail address or that of a page, as in "records@council.example" or "https://council.example/contact"`,
			"%q is not a contact", contact)
	}
	if e := config.EditURL; e != "" && (!webAddress(e) || !strings.Contains(e, "{path}")) {
		l.Add(diag.Setting, config.Index.At("edit_url"), `want an address that contains {path}, as in "https://git.example/edit/main/{path}"`, "edit_url %q leads to no file", e)
	}
}

// hostName matches the name of a host, with a port where it has one.
var hostName = regexp.MustCompile(`^[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?$`)

// webAddress reports whether a reader's browser can follow the address.
func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
