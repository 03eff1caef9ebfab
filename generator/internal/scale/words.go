package scale

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// language makes words and sentences that look like those of a language. They mean nothing, but
// they repeat as words do: a few are everywhere, most are rare, and every further text brings some
// that no text before it had. So indexes and archives of them grow as those of real texts.
type language struct {
	code     string
	function []string // the commonest words, the most frequent first
	onsets   []string // how a syllable begins
	vowels   []string
	codas    []string   // how a syllable ends; the first is the usual one
	endings  [][]string // those of each kind of word
	gap      string     // between words
	comma    string
	stop     string
	share    float64 // of the characters by which English says the same
	// functional is the share of function words among all.
	functional float64
	// company is the share of content words that follow one which they often follow.
	company float64
	words   map[int]word // those made so far, by rank
}

// word is a content word: a stem, and the endings that it takes.
type word struct {
	stem    string
	endings []string
}

// languages returns those of a collection, in its order, with no words made yet.
func languages() []*language {
	all := []*language{
		{
			code: "ru",
			function: strings.Fields("в и на по с для не что к из о от при за как до их его или это также об у а под " +
				"между через после было быть более где если может только этого которые которых"),
			onsets: strings.Fields("в д к л м н п р с т з б г ж пр ст тр вл кр св гр сл х ч ш ц пл бр др ф"),
			vowels: strings.Fields("о а е и о а е у ы я о и ю"),
			codas:  []string{"", "", "", "н", "р", "с", "т", "л", "м", "к", "й", "в"},
			endings: [][]string{
				strings.Fields("– а у ом е ы ов ам ами ах"),
				strings.Fields("ение ения ению ением ении ений"),
				strings.Fields("ный ная ное ные ного ной ному ных ным ными"),
				strings.Fields("ость ости остью остей остям"),
				strings.Fields("ать ает ают ал али ано аны ающий"),
			},
			gap: " ", comma: ", ", stop: ". ", share: 1, functional: 0.3, company: 0.4,
		},
		{
			code:     "zh",
			function: strings.Fields("的 和 在 了 是 与 对 为 等 并 将 中 有 以 及 可以 通过 进行 一个 其 各 由 于 上 已"),
			gap:      "", comma: "，", stop: "。", share: 0.32, functional: 0.15, company: 0.55,
		},
		{
			code: "en",
			function: strings.Fields("the of and to in a for is on that by with as be are at it from or an this which was " +
				"has its not have their will can been between other more such after all any"),
			onsets: strings.Fields("s t r c p m d l n b f h st pr tr v g w sp ch cl gr br pl sh qu th cr fl j"),
			vowels: strings.Fields("e a i o e a i u o ea io ou ee ai"),
			codas:  []string{"", "n", "r", "", "l", "s", "t", "m", "nd", "ct", "nt", "x", "rm", "p"},
			endings: [][]string{
				strings.Fields("– s"),
				strings.Fields("– s ed ing"),
				strings.Fields("ation ations"),
				strings.Fields("al ally"),
				strings.Fields("ment ments"),
				strings.Fields("ive – ity"),
			},
			gap: " ", comma: ", ", stop: ". ", share: 1, functional: 0.44, company: 0.3,
		},
	}
	for _, l := range all {
		l.words = map[int]word{}
	}
	return all
}

const (
	// manyWords is how many content words a language has: more than a collection ever uses.
	manyWords = 1_000_000
	// A content word of a rank is used by the law of Zipf and Mandelbrot, with this exponent and
	// shift; a function word by another. They, and the shares below, were chosen so that texts have
	// as many different words as documentation in the three languages, one text and many of them.
	contentExponent, contentShift   = 1.7, 120
	functionExponent, functionShift = 1.01, 1
	again                           = 0.25 // the share of content words that were used not long ago
)

// prose writes texts in one language.
type prose struct {
	*language
	*rand.Rand
	contents, functions *rand.Zipf
	terms               []string // names of things that every fifth sentence or so speaks of
	recent              [40]int  // the ranks of the last content words, the latest first
}

func newProse(l *language, r *rand.Rand) *prose {
	return &prose{
		language: l, Rand: r,
		contents:  rand.NewZipf(r, contentExponent, contentShift, manyWords),
		functions: rand.NewZipf(r, functionExponent, functionShift, uint64(len(l.function)-1)),
	}
}

// word returns some word: common ones often, rare ones seldom.
func (p *prose) word() string {
	if p.Float64() < p.functional {
		return p.function[p.functions.Uint64()]
	}
	return p.content()
}

// content returns some content word. Texts come back to what they spoke of, and many words have
// company that they often keep.
func (p *prose) content() string {
	rank := int(p.contents.Uint64())
	switch x := p.Float64(); {
	case x < again:
		rank = p.recent[p.IntN(len(p.recent))]
	case x < again+p.company:
		rank = p.companion(p.recent[0])
	}
	copy(p.recent[1:], p.recent[:])
	p.recent[0] = rank
	return p.form(rank)
}

// companion returns the rank of one of the words that often follow one.
func (p *prose) companion(rank int) int {
	which := min(p.IntN(3), p.IntN(3), p.IntN(3))
	r := rand.New(rand.NewPCG(uint64(rank), uint64(which)))
	return int(rand.NewZipf(r, contentExponent, contentShift, manyWords).Uint64())
}

// form returns the word of a rank in one of its forms.
func (p *prose) form(rank int) string {
	word, made := p.words[rank]
	if !made {
		// The words of a language are the same in collections of all sizes.
		r := rand.New(rand.NewPCG(uint64(rank), uint64(len(p.function))))
		word.stem = p.stem(r, rank)
		if len(p.endings) > 0 {
			word.endings = p.endings[r.IntN(len(p.endings))]
		}
		p.words[rank] = word
	}
	if forms := word.endings; len(forms) > 0 {
		if form := forms[min(p.IntN(len(forms)), p.IntN(len(forms)))]; form != "–" {
			return word.stem + form
		}
	}
	return word.stem
}

// stem makes the stem of a rank: the rarer, the longer.
func (l *language) stem(r *rand.Rand, rank int) string {
	if l.onsets == nil {
		return hanzi(r)
	}
	syllables := 1
	if rank > 40 {
		syllables += r.IntN(2)
	}
	if rank > 2000 {
		syllables += r.IntN(2)
	}
	pick := func(from []string) string { return from[min(r.IntN(len(from)), r.IntN(len(from)))] }
	var b strings.Builder
	for range syllables {
		b.WriteString(pick(l.onsets) + pick(l.vowels) + pick(l.codas))
	}
	b.WriteString(l.onsets[r.IntN(8)]) // an ending begins with a vowel
	return b.String()
}

// hanzi makes a Chinese word or set phrase of characters that GB 2312 has for common ones.
// Some serve much more often than others.
func hanzi(r *rand.Rand) string {
	const common = 39*94 + 89 // the last of forty rows has five characters less
	characters := []int{1, 2, 2, 2, 2, 3, 4, 4, 4, 4}[r.IntN(10)]
	var gb []byte
	for range characters {
		n := (int(common*math.Pow(r.Float64(), 3)) + 1) * 1571 % common // they stand by sound, not by use
		gb = append(gb, byte(0xB0+n/94), byte(0xA1+n%94))
	}
	word, err := simplifiedchinese.GBK.NewDecoder().Bytes(gb)
	if err != nil {
		panic(err) // there is a character at each of these places
	}
	return string(word)
}

// characters turns a length in English into one in this language.
func (p *prose) characters(english int) int { return int(float64(english) * p.share) }

// sentence returns one sentence with its stop, without a space after it.
func (p *prose) sentence() string {
	var b strings.Builder
	words := 5 + p.IntN(8) + p.IntN(8)
	speaks := -1
	if len(p.terms) > 0 && p.IntN(5) == 0 {
		speaks = 1 + p.IntN(words-2)
	}
	last := ""
	for i := range words {
		word := p.word()
		switch {
		case i == speaks:
			word = p.terms[p.IntN(len(p.terms))]
		case i > 0 && p.IntN(40) == 0:
			word = strconv.Itoa(2 + p.IntN(2030))
		case i == 0 || i == words-1 || word == last:
			word = p.content()
		}
		switch {
		case i == 0:
			word = capital(word)
		case i > 2 && i < words-2 && p.IntN(9) == 0:
			b.WriteString(p.comma)
		default:
			b.WriteString(p.gap)
		}
		b.WriteString(word)
		last = word
	}
	return b.String() + strings.TrimSpace(p.stop)
}

// sentences returns as many as have the length of so many characters of English.
func (p *prose) sentences(english int) string {
	var b strings.Builder
	for n, want := 0, p.characters(english); n < want; {
		if n > 0 && p.gap != "" {
			b.WriteByte(' ')
		}
		s := p.sentence()
		b.WriteString(s)
		n += utf8.RuneCountInString(s)
	}
	return b.String()
}

// title returns some words without a stop, no longer than so many characters of English.
func (p *prose) title(english int) string {
	var title string
	for want := p.characters(english); ; {
		word := p.content()
		switch {
		case title == "":
			title = capital(word)
		case utf8.RuneCountInString(title+p.gap+word) > want:
			return title
		default:
			title += p.gap + word
		}
	}
}

// name returns two words that are not among the commonest, as the names of things are.
func (p *prose) name() string {
	rank := func() int { return 200 + p.IntN(2000) }
	return p.form(rank()) + p.gap + p.form(rank())
}

// capital returns a word with its first letter as sentences have it.
func capital(word string) string {
	_, n := utf8.DecodeRuneInString(word)
	return strings.ToUpper(word[:n]) + word[n:]
}
