package render

import "github.com/kengash/kengash/generator/internal/model"

// formerNames adds what a state or a body was called before, each name with its time.
func (b *builder) formerNames(f *facts, e model.Entity) {
	since := model.Date("..")
	for _, former := range model.FormerNames(e) {
		name := b.text(former.Name)
		for _, also := range []string{b.text(former.OfficialName), b.text(former.ShortName)} {
			if also != "" {
				name += " (" + also + ")"
			}
		}
		f.add("fact_former_names", FactValue{Text: name, In: b.tongue(former.Name)}, FactValue{Date: string(since + "/" + former.Until)})
		since = former.Until
	}
}
