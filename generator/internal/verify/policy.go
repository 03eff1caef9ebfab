package verify

import "strings"

// Headers are the headers that a host should send with everything, by their names. By them browsers
// hold what [Site] has verified: everything comes from the site itself or the hosts that its owner
// names, nothing is inline, no page has a base or is shown in a frame.
func Headers(hosts []string) map[string]string {
	from := "'self'"
	for _, h := range hosts {
		from += " https://" + h
	}
	return map[string]string{
		"Content-Security-Policy": strings.Join([]string{
			"default-src " + from, "base-uri 'none'", "form-action " + from, "frame-ancestors 'none'", "object-src 'none'",
		}, "; "),
		"X-Content-Type-Options": "nosniff",
		"Referrer-Policy":        "strict-origin-when-cross-origin",
		"Permissions-Policy":     "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
	}
}
