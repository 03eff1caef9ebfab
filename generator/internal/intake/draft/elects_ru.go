package draft

// elects makes elections of the items below a line such as "избрать по конкурсу:", which say only
// whom and to which post.
func (r *resolving) elects(d *Draft, p *Piece) {
	item := len(p.Items) > 0 || listPoint.MatchString(p.Text)
	if r.elect && item {
		text := p.words()
		bare := labelBefore.ReplaceAllString(mark.ReplaceAllString(lines(p)[0], ""), "")
		if word := resolutionWords.FindString(bare); word != "" && len(p.Acts) == 0 {
			d.quotes(p, text, "appointed", word)
		}
		return
	}
	r.elect = electsBelow.MatchString(p.Text)
}

// electsBelow ends a line that elects those below it.
var electsBelow = re(`(?:^|[^\p{L}])(?:пере)?(?:избрать|назначить)(?:\s+[^:.;]{1,80})?:$`)
