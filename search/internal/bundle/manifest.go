package bundle

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/wire"
)

// Folders and names of payloads.
const (
	ManifestFolder = "manifest" // of manifests, one a language
	CurrentKey     = "current"
	NamesKey       = "names"
	HanKey         = "han"

	termFolder     = "t"
	gramFolder     = "p"
	documentFolder = "d"
	wordFolder     = "w"
	datesFile      = "s"
	groupsFile     = "g"
)

// Manifest is what a reader in a browser loads first: as JSON, and after it what every search
// needs, so that it is there without a request of its own. See FORMAT.md.
type Manifest struct {
	Version   int            `json:"version"`
	Build     string         `json:"build"`
	Lang      string         `json:"lang"`
	Part      string         `json:"part"`
	Languages map[string]int `json:"languages"`
	Documents int            `json:"documents"`
	Fields    []string       `json:"fields"`
	Terms     []string       `json:"terms"`
	Docs      []int          `json:"docs"`
	Words     Words          `json:"words"`
	Facets    []string       `json:"facets,omitempty"`
	Grams     Grams          `json:"grams"`
	Names     bool           `json:"names"`

	lengths, columns []byte
}

// Words are the separators of the spelling shards.
type Words struct {
	Forward  []string `json:"forward"`
	Backward []string `json:"backward"`
}

// Grams are the numbers of shards of pairs, and after them of words.
type Grams struct {
	Pairs int `json:"pairs"`
	Words int `json:"words"`
}

// ManifestKey is the key of the manifest of a language.
func ManifestKey(lang string) string { return ManifestFolder + "/" + lang }

// buildName is what the folder of a build is called, and that of a part of one.
var buildName = regexp.MustCompile(`^[0-9a-f]+$`)

// IsBuild reports whether a build, or a part of one, may be called so.
func IsBuild(name string) bool { return buildName.MatchString(name) }

// ReadManifest reads the manifest of a language as a browser does.
func ReadManifest(dir, lang string) (*Manifest, error) {
	data, err := ReadPayload(dir, "", ManifestKey(lang))
	if err != nil {
		return nil, err
	}
	m := &Manifest{}
	if err := m.UnmarshalBinary(data); err != nil {
		return nil, err
	}
	switch {
	case m.Version != constants.Format:
		return nil, fmt.Errorf("format version %d (this program reads version %d; build the index again)", m.Version, constants.Format)
	case !IsBuild(m.Build) || !IsBuild(m.Part) || m.Documents < 1 || m.Grams.Pairs < 1 || m.Grams.Words < 1:
		return nil, errManifest
	}
	return m, nil
}

var errManifest = errors.New("bad manifest")

// Write writes a manifest into a folder.
func (m *Manifest) Write(root string) error {
	key := ManifestKey(m.Lang)
	data, err := m.MarshalBinary()
	if err != nil {
		return fmt.Errorf("payload %s: %w", key, err)
	}
	return WritePayload(root, key, data)
}

// MarshalBinary returns the content of the file.
func (m *Manifest) MarshalBinary() ([]byte, error) {
	head, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	data := wire.AppendString(nil, string(head))
	return append(wire.AppendString(data, string(m.lengths)), m.columns...), nil
}

// UnmarshalBinary reads what MarshalBinary returns.
func (m *Manifest) UnmarshalBinary(data []byte) error {
	r := &wire.Reader{Bytes: data}
	head := r.Skip(r.Uvarint())
	if r.Bad {
		return errManifest
	}
	if err := json.Unmarshal(head, m); err != nil {
		return err
	}
	m.lengths = r.Skip(r.Uvarint())
	m.columns = r.Rest()
	if r.Bad {
		return errManifest
	}
	return nil
}
