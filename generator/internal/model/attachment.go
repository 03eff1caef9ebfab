package model

// Attachment is a file that belongs to a record: the signed scan, an annex, the slides
// (Akoma Ntoso attachment, OParl File, schema.org MediaObject).
type Attachment struct {
	Key   string
	File  string `toml:"file,required"` // below static/: "minutes/2025-03.pdf"
	Type  Code   `toml:"type" vocab:"attachment-type"`
	Title Text   `toml:"title"`
	Lang  string `toml:"lang"`  // BCP 47
	Annex string `toml:"annex"` // the printed number of the annex that it is

	Format string `toml:"-"` // by the name: "PDF"
	Bytes  int    `toml:"-"`
	SHA256 string `toml:"-"` // in hexadecimal digits
	Text   string `toml:"-"` // what can be searched of it; "" where there is none
}

// WebLink is an address outside of the site that belongs to a record: an issue, a recording.
type WebLink struct {
	Key   string
	URL   string `toml:"url,required"`
	Title Text   `toml:"title"`
}
