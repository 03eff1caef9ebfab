package diag

import "fmt"

// Code names a kind of problem for good: it is printed in brackets after a problem, and explained
// in docs/problems.md. A code is never given to another kind, not even when nothing reports it.
type Code int

// String returns the code as it is printed, as in KG0201.
func (c Code) String() string { return fmt.Sprintf("KG%04d", int(c)) }

// Files, their names and their encoding.
const (
	More            Code = 1 // there are more problems than are reported
	Encoding        Code = 2
	Characters      Code = 3
	FileName        Code = 4
	NameCase        Code = 5
	RecordID        Code = 6
	NotAFile        Code = 7
	OtherEnding     Code = 8
	StrayFile       Code = 9
	StrayFolder     Code = 10
	UnknownFolder   Code = 11
	OtherFolder     Code = 12
	LeftOver        Code = 13
	NoFacts         Code = 14
	FrontMatter     Code = 15
	NoConfiguration Code = 16
	Unreadable      Code = 17
)

// The syntax of TOML.
const (
	Syntax       Code = 101
	DefinedTwice Code = 102
	DateForm     Code = 103
	Quotes       Code = 104
	Unclosed     Code = 105
	Unquoted     Code = 106
	TableName    Code = 107
	OneALine     Code = 108
	NoValue      Code = 109
	NoSuchDay    Code = 110
)

// Keys, types and values.
const (
	UnknownKey       Code = 201
	MissingKey       Code = 202
	WrongType        Code = 203
	ArrayOfTables    Code = 204
	Empty            Code = 205
	SeveralLines     Code = 206
	Twice            Code = 207
	UnknownLanguage  Code = 208
	UnknownCode      Code = 209
	Date             Code = 210
	Time             Code = 211
	ReferenceForm    Code = 212
	Participant      Code = 213
	Address          Code = 214
	KeyLetters       Code = 215
	TakenID          Code = 216
	NoVocabulary     Code = 217
	NoTerm           Code = 218
	UnusedVocabulary Code = 219
	TermProperty     Code = 220
	TermPath         Code = 221
)

// References.
const (
	NoRecord     Code = 301
	NoNode       Code = 302
	OtherKind    Code = 303
	Unpublished  Code = 304
	NoSource     Code = 305
	UnusedSource Code = 306
	NoFact       Code = 307
	UnusedFact   Code = 308
	DeadLink     Code = 309
	NoAgendaItem Code = 310
	NoFile       Code = 311
	Redirect     Code = 312
	Circle       Code = 313
)

// Texts in Markdown.
const (
	HTML           Code = 401
	Picture        Code = 402
	HeadingLevel   Code = 403
	HeadingID      Code = 404
	EmptyHeading   Code = 405
	Attributes     Code = 406
	TableHeader    Code = 407
	TableCells     Code = 408
	EmptyLink      Code = 409
	Shape          Code = 410
	NotAParagraph  Code = 411
	Todo           Code = 412
	Typography     Code = 413
	MixedAlphabets Code = 414
	OtherScript    Code = 415
	CopiedText     Code = 416
)

// Documents: their nodes, versions and translations.
const (
	EmptyNode     Code = 501
	NoNodeMark    Code = 502
	NodeID        Code = 503
	NodeTwice     Code = 504
	NodeOfNothing Code = 505
	OtherNodes    Code = 506
	NodeOrder     Code = 507
	Clause        Code = 508
	NoSigner      Code = 509
	Version       Code = 510
	SourceMark    Code = 511
	Stale         Code = 512
	NoText        Code = 513
	Untranslated  Code = 514
	ActNotSaid    Code = 515
	Counted       Code = 516
)

// Facts that contradict each other, or that nothing shows.
const (
	WrongDates    Code = 601
	OddDates      Code = 602
	Future        Code = 603
	Year          Code = 604
	DateToCome    Code = 605
	MeetingStatus Code = 606
	MeetingTimes  Code = 607
	Attendance    Code = 608
	Quorum        Code = 609
	AgendaNumber  Code = 610
	ChairOutside  Code = 611
	Ordinal       Code = 612
	Signatory     Code = 613
	Votes         Code = 614
	Approval      Code = 615
	Status        Code = 616
	Part          Code = 617
	Unevidenced   Code = 618
	Conflict      Code = 619
	Sought        Code = 620
)

// The configuration, the theme and the files that are published unchanged.
const (
	NoLanguage     Code = 701
	LanguageKey    Code = 702
	LanguageTag    Code = 703
	Setting        Code = 704
	NoTheme        Code = 705
	Colour         Code = 706
	Emblem         Code = 707
	InterfaceWords Code = 708
	MissingWord    Code = 709
	FileType       Code = 710
	Unsafe         Code = 711
	Bundle         Code = 712
)

// Limits.
const Limit Code = 801

// Rendering and publishing.
const (
	Template   Code = 901
	Rendering  Code = 902
	UnsafePage Code = 903
	Publishing Code = 904
	NoRoom     Code = 905
	Manifest   Code = 906
)
