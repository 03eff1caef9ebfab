package static

import (
	"path"
	"slices"
	"strings"
)

// Kinds of files that are treated in ways of their own. The others are types by which mimetype
// names them, or what they are a special case of: a .docx is a ZIP file.
const (
	asHTML   = "HTML"
	asScript = "a script"
	asSVG    = "SVG"
	asXML    = "XML"
	asCSS    = "a style sheet"
	asText   = "text/plain"
)

// texts are the kinds whose content is text.
var texts = []string{asSVG, asXML, asCSS, asText}

// most returns how many bytes a file of a kind may have that is parsed; 0 for what is not. Pictures
// and style sheets cost less than what has HTML in it.
func (r Rules) most(kind string) int {
	switch kind {
	case asHTML, asXML:
		return r.Limits.MarkupBytes
	case asSVG, asCSS:
		return 4 * r.Limits.MarkupBytes
	}
	return 0
}

// kinds are what the endings of names say.
var kinds = endings(map[string]string{
	asHTML:   "html htm xhtml xht shtml shtm stm mht mhtml hta htc xsl xslt",
	asScript: "js mjs cjs wasm",
	asSVG:    "svg",
	asXML:    "xml rss atom rdf xsd gml kml gpx",
	asCSS:    "css",
	asText: "txt text md csv tsv json geojson jsonld map webmanifest ris bib ics vcf vtt srt ttl toml yaml yml " +
		"asc pem sig log po tex",

	"image/png": "png apng", "image/jpeg": "jpg jpeg jpe", "image/gif": "gif", "image/webp": "webp", "image/avif": "avif",
	"image/x-icon": "ico", "image/bmp": "bmp", "image/tiff": "tif tiff", "image/jxl": "jxl",
	"font/woff": "woff", "font/woff2": "woff2", "font/ttf": "ttf", "font/otf": "otf",
	"video/mp4": "mp4 m4v m4a", "video/webm": "webm", "video/quicktime": "mov", "application/ogg": "ogg oga ogv opus",
	"audio/mpeg": "mp3", "audio/wav": "wav", "audio/flac": "flac", "audio/aac": "aac",
	"application/pdf": "pdf", "text/rtf": "rtf",
	"application/zip":           "zip docx xlsx pptx odt ods odp odg epub kmz",
	"application/x-ole-storage": "doc xls ppt",
	"application/gzip":          "gz tgz", "application/x-bzip2": "bz2", "application/x-xz": "xz",
	"application/x-7z-compressed": "7z", "application/x-tar": "tar",
})

// pages are the types that a browser may take for a page, regardless of the file's name.
var pages = []string{"text/html", "application/xhtml+xml"}

// programs are the types of what runs on a computer.
var programs = []string{
	"application/x-elf", "application/x-mach-binary", "application/vnd.microsoft.portable-executable",
	"application/x-java-applet", "application/java-archive", "application/vnd.android.package-archive",
	"application/x-ms-installer", "application/vnd.debian.binary-package", "application/x-rpm", "application/x-xar",
	"application/x-chrome-extension", "application/x-ms-shortcut", "application/x-shockwave-flash", "application/vnd.ms-htmlhelp",
	"text/x-php", "text/x-lua", "text/x-perl", "text/x-python", "application/x-bytecode.python", "text/x-ruby", "text/x-tcl",
	"text/x-shellscript",
}

// programNames end the names of programs.
var programNames = endings(map[string]string{
	"of a reader's computer": "exe com scr pif bat cmd msi msix dll sys cpl lnk reg vbs vbe jse wsf wsh ps1 psm1 chm " +
		"sh bash zsh csh command run bin so dylib app dmg pkg deb rpm appimage apk jar class swf crx xpi " +
		"url website webloc desktop scf msc wsc sct gadget application appref-ms docm xlsm pptm dotm xltm",
	"of a host": "php php3 php4 php5 php7 php8 phtml phar asp aspx ashx asmx cer asa jsp jspx cgi fcgi pl py pyc rb lua cfm",
})

// runAnywhere are the endings that some hosts look for in any part of a name, so that x.php.txt
// runs.
var runAnywhere = strings.Fields("php phtml phar asp aspx jsp cgi")

// hostFiles are what hosts read in the folder of a site.
var hostFiles = map[string]bool{
	"_headers": true, "_redirects": true, "_worker.js": true, "_routes.json": true, "web.config": true, "netlify.toml": true,
	"vercel.json": true, "staticwebapp.config.json": true, "cname": true,
}

func endings(kinds map[string]string) map[string]string {
	of := map[string]string{}
	for kind, all := range kinds {
		for _, ending := range strings.Fields(all) {
			of[ending] = kind
		}
	}
	return of
}

// isProgram reports whether a name in lower case is that of a program.
func isProgram(name string) bool {
	parts := strings.Split(name, ".")[1:]
	return len(parts) > 0 && programNames[parts[len(parts)-1]] != "" ||
		slices.ContainsFunc(parts, func(part string) bool { return slices.Contains(runAnywhere, part) })
}

// kindOf returns what a name in lower case says the file is, and the ending that says it; kind is
// "" where it says nothing. Hosts go by the last ending that they know: x.html.en is HTML.
func kindOf(name string) (ext, kind string) {
	for stem := name; path.Ext(stem) != ""; stem = strings.TrimSuffix(stem, path.Ext(stem)) {
		if kind := kinds[path.Ext(stem)[1:]]; kind != "" {
			return path.Ext(stem), kind
		}
	}
	return path.Ext(name), ""
}

// IsImage reports whether a name is that of an image that pages can show.
func IsImage(name string) bool {
	_, kind := kindOf(strings.ToLower(name))
	return kind == asSVG || strings.HasPrefix(kind, "image/")
}
