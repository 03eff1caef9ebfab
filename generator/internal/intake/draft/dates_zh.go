package draft

// ofNotice reports whether a day is the one on which the notice of a meeting in Chinese went out.
func (d *Draft) ofNotice(text string, when dated) bool {
	return d.Lang == "zh" && (noticeOf.MatchString(text[:when.from]) || noticeSent.MatchString(text[when.to:]))
}

// noticeOf and noticeSent stand before and behind such a day.
var (
	noticeOf   = exact(`通知[^，。；]{0,12}?(?:于|在)\s*$`)
	noticeSent = exact(`^[^，。；]{0,24}?(?:发出|送达|寄出|通知)`)
)
