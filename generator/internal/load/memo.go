package load

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"sync"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// Memo remembers the records and texts of a site from one load to the next, so that only those that
// have changed are read again. A nil Memo remembers nothing.
type Memo struct {
	mu      sync.Mutex
	texts   map[string]memoText    // by file
	records map[string]*memoRecord // by file
	used    map[string]bool        // files of the present load
	changed [memoParts]bool        // parts that are not as they were taken
	shared  [sha256.Size]byte      // what all records depend on: the configuration, the vocabularies
}

// memoRecord is a record as it was read, with what was found wrong in it.
type memoRecord struct {
	seen     []sight
	entity   model.Entity // nil where there is none to go by
	problems diag.List
	unread   []string

	follows *model.Follows    // from the record, if its texts are still these
	texts   [sha256.Size]byte // hash of all that they were made of
}

// memoText is a text as it was parsed, with what was found wrong in it.
type memoText struct {
	of       [sha256.Size]byte // all that it was made of
	seen     []sight           // its file
	prose    model.Prose
	problems diag.List
	unread   []string
}

// NewMemo returns a memo that remembers nothing yet.
func NewMemo() *Memo {
	return &Memo{texts: map[string]memoText{}, records: map[string]*memoRecord{}, used: map[string]bool{}}
}

// share forgets the records that were read with another configuration, or other vocabularies, than
// what was seen of them now.
func (m *Memo) share(seen []sight) {
	if m == nil {
		return
	}
	var lines []string
	for _, s := range seen {
		lines = append(lines, fmt.Sprintf("%q %v %x\n", s.name, s.gone, s.sum))
	}
	slices.Sort(lines)
	if now := sha256.Sum256([]byte(strings.Join(lines, ""))); now != m.shared {
		m.shared = now
		clear(m.records)
		for i := range m.changed {
			m.changed[i] = true
		}
	}
}

// record returns the record of a file, which read reads unless it would read the same as before.
// Records of two loads share all but themselves and their lists of texts.
func (m *Memo) record(l *loader, f dataFile, read func(*loader, dataFile) (model.Entity, error)) (model.Entity, error) {
	if m == nil {
		return read(l, f)
	}
	m.mu.Lock()
	known := m.records[f.name]
	m.used[f.name] = true
	if known != nil {
		for _, s := range known.seen {
			m.used[s.name] = true // the text of an attachment
		}
	}
	m.mu.Unlock()
	if known == nil || !l.sees(known.seen) {
		own := loader{src: l.src, limits: l.limits, langs: l.langs, collection: l.collection, stamps: l.stamps, sights: &[]sight{}}
		entity, err := read(&own, f)
		if err != nil {
			return nil, err
		}
		known = &memoRecord{seen: *own.sights, entity: entity, problems: own.problems, unread: own.unread}
		m.mu.Lock()
		m.records[f.name] = known
		m.note(f.name, known.keep())
		m.mu.Unlock()
	}
	l.problems.Append(known.problems)
	l.unread = append(l.unread, known.unread...)
	if known.entity == nil {
		return nil, nil
	}
	return model.Copy(known.entity), nil
}

// follow has what follows from records and their texts alone made once for all loads that read the
// same.
func (m *Memo) follow(c *model.Collection) {
	if m == nil {
		return
	}
	for file, known := range m.records {
		if known.entity == nil || !m.used[file] {
			continue
		}
		e := c.Entity(known.entity.Ref())
		h := sha256.New()
		for _, lang := range c.Config.Langs() {
			of := m.texts[model.BaseOf(e).Prose[lang].File].of
			h.Write(of[:])
		}
		if now := [sha256.Size]byte(h.Sum(nil)); known.follows == nil || known.texts != now {
			known.follows, known.texts = &model.Follows{}, now
		}
		model.Remember(e, known.follows)
	}
}

// text returns the text of a file; one that could not be read has no file.
func (m *Memo) text(l *loader, f proseFile) (model.Prose, error) {
	if m == nil {
		raw, ok, err := l.raw(l.limits, l.src.Site, f.file)
		if !ok {
			return model.Prose{}, err
		}
		return l.parseText(f, raw), nil
	}
	m.mu.Lock()
	known, had := m.texts[f.file]
	m.used[f.file] = true
	m.mu.Unlock()
	rest := besideText(l, f)
	if !had || len(known.seen) == 0 || known.of != rest.of(known.seen[0].sum) || !l.sees(known.seen) {
		l.sights = &[]sight{}
		raw, ok, err := l.raw(l.limits, l.src.Site, f.file)
		if !ok {
			return model.Prose{}, err
		}
		if of := rest.of((*l.sights)[0].sum); !had || known.of != of {
			own := loader{src: l.src, limits: l.limits, langs: l.langs, collection: l.collection}
			known = memoText{of: of, prose: own.parseText(f, raw)}
			known.problems, known.unread, had = own.problems, own.unread, false
		}
		known.seen = *l.sights
		m.mu.Lock()
		m.texts[f.file] = known
		if !had {
			m.note(f.file, known.keep())
		}
		m.mu.Unlock()
	}
	l.problems.Append(known.problems)
	l.unread = append(l.unread, known.unread...)
	prose := known.prose
	prose.Blocks = slices.Clone(prose.Blocks) // to which Seal adds
	return prose, nil
}

// attachment returns the text of a file with that content, which read reads unless it is known.
func (m *Memo) attachment(file string, content [sha256.Size]byte, read func() string) string {
	if m == nil {
		return read()
	}
	m.mu.Lock()
	known, had := m.texts[file]
	m.used[file] = true
	m.mu.Unlock()
	if !had || known.of != content || len(known.prose.Sections) != 1 {
		known = memoText{of: content, prose: model.Prose{File: file, Sections: []model.Section{{Text: read()}}}}
		m.mu.Lock()
		m.texts[file] = known
		m.changed[partOf(file)] = true
		m.mu.Unlock()
	}
	return known.prose.Sections[0].Text
}

// note notes that a file was read anew, and whether that is to be kept.
func (m *Memo) note(file string, keep bool) {
	if keep {
		m.changed[partOf(file)] = true
	}
}

// keep reports whether a record is kept from one run to the next.
func (r *memoRecord) keep() bool { return r.entity != nil && right(r.problems, r.unread) }

// keep reports whether a text is kept from one run to the next.
func (t memoText) keep() bool { return right(t.problems, t.unread) }

// right reports whether nothing was found wrong in a file but what notices say.
func right(problems diag.List, unread []string) bool {
	return len(unread) == 0 && problems.Len() == len(problems.Notices())
}

// noticed is a list of notices that were kept.
func noticed(kept []diag.Problem) (l diag.List) {
	for _, p := range kept {
		l.AddProblem(p)
	}
	return l
}

// beside is what a text depends on beside its file.
type beside []byte

func besideText(l *loader, f proseFile) beside {
	lang, _ := l.collection.Config.Language(f.lang)
	var facts []string // which the text cites by their order
	if n, ok := f.of.(*model.Note); ok {
		for _, fact := range n.Facts {
			facts = append(facts, fact.Key)
		}
	}
	return fmt.Appendf(nil, "%s %s %q %+v %+v", lang.Tag, f.of.Ref(), facts, l.limits, l.collection.Paths)
}

// of is the hash of all that a text is made of.
func (b beside) of(content [sha256.Size]byte) [sha256.Size]byte {
	return sha256.Sum256(append(content[:], b...))
}

// forget ends a load: files that it did not read are gone.
func (m *Memo) forget() {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for file := range m.texts {
		if !m.used[file] {
			delete(m.texts, file)
			m.changed[partOf(file)] = true
		}
	}
	for file := range m.records {
		if !m.used[file] {
			delete(m.records, file)
			m.changed[partOf(file)] = true
		}
	}
	clear(m.used)
}

// memoParts is in how many parts records and texts are kept, so that few have to be written after
// an edit.
const memoParts = 64

// partOf is the part in which what was read of a file is kept.
func partOf(file string) int {
	h := fnv.New32a()
	h.Write([]byte(file))
	return int(h.Sum32() % memoParts)
}

// keptPart begins a part as it is kept. Texts and records that are right follow it, one by one:
// several megabytes in one value would be copied again and again.
type keptPart struct {
	Shared         []byte // see Memo
	Texts, Records int
}

type keptText struct {
	File    string
	Of      []byte
	Prose   model.Prose
	Notices []diag.Problem
}

type keptRecord struct {
	File    string
	Seen    []keptSight
	Entity  model.Entity
	Empties []int // see model.Empties
	Notices []diag.Problem
	Texts   []byte
	Follows model.KeptFollows
}

// keptSight is a sight without its stamp: what was read in another run is compared by its content.
type keptSight struct {
	Name  string
	Bytes int
	Gone  bool
	Sum   []byte
}

// Take takes the parts that Parts has returned in an earlier run of this program.
func (m *Memo) Take(part func(i int) []byte) {
	for i := range memoParts {
		dec := gob.NewDecoder(bytes.NewReader(part(i)))
		var kept keptPart
		if dec.Decode(&kept) != nil {
			continue
		}
		for range kept.Texts {
			var text keptText
			if dec.Decode(&text) != nil {
				break
			}
			m.texts[text.File] = memoText{of: sumOf(text.Of), prose: text.Prose, problems: noticed(text.Notices)}
		}
		if shared := sumOf(kept.Shared); m.shared == [sha256.Size]byte{} {
			m.shared = shared
		} else if m.shared != shared {
			continue // a part that was lost, and is an older one
		}
		for range kept.Records {
			var record keptRecord
			if dec.Decode(&record) != nil {
				break
			}
			m.records[record.File] = record.remembered()
		}
	}
}

// remembered is a record that was kept.
func (k keptRecord) remembered() *memoRecord {
	model.SetEmpties(k.Entity, k.Empties)
	r := &memoRecord{entity: k.Entity, problems: noticed(k.Notices), follows: model.FollowsOf(k.Follows), texts: sumOf(k.Texts)}
	for _, s := range k.Seen {
		r.seen = append(r.seen, sight{name: s.Name, bytes: s.Bytes, gone: s.Gone, sum: sumOf(s.Sum)})
	}
	return r
}

// sumOf is a SHA-256 as it is kept: gob takes an array byte by byte.
func sumOf(kept []byte) (sum [sha256.Size]byte) {
	copy(sum[:], kept)
	return sum
}

// Parts calls keep with each part that is not as it was taken, which keep does not hold. It comes
// after all that asks what follows from the records.
func (m *Memo) Parts(keep func(i int, part []byte)) {
	for file, record := range m.records {
		if record.follows != nil && record.follows.HasMore() {
			m.note(file, record.keep())
		}
	}
	var texts, records [memoParts][]string // the files of each part
	for file, text := range m.texts {
		if text.keep() {
			texts[partOf(file)] = append(texts[partOf(file)], file)
		}
	}
	for file, record := range m.records {
		if record.keep() {
			records[partOf(file)] = append(records[partOf(file)], file)
		}
	}
	var data bytes.Buffer
	for i := range memoParts {
		data.Reset()
		if m.changed[i] && m.encodePart(gob.NewEncoder(&data), texts[i], records[i]) == nil {
			keep(i, data.Bytes())
		}
	}
}

// encodePart encodes a part with these files.
func (m *Memo) encodePart(to *gob.Encoder, texts, records []string) error {
	if err := to.Encode(keptPart{m.shared[:], len(texts), len(records)}); err != nil {
		return err
	}
	for _, file := range texts {
		text := m.texts[file]
		if err := to.Encode(keptText{file, text.of[:], text.prose, text.problems.Notices()}); err != nil {
			return err
		}
	}
	for _, file := range records {
		if err := to.Encode(m.records[file].kept(file)); err != nil {
			return err
		}
	}
	return nil
}

// kept is the record of a file, to be kept.
func (r *memoRecord) kept(file string) keptRecord {
	k := keptRecord{File: file, Entity: r.entity, Empties: model.Empties(r.entity), Notices: r.problems.Notices(), Texts: r.texts[:]}
	if r.follows != nil {
		k.Follows = r.follows.Kept()
	}
	for _, s := range r.seen {
		k.Seen = append(k.Seen, keptSight{s.name, s.bytes, s.gone, s.sum[:]})
	}
	return k
}
