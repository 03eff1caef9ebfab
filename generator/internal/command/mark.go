package command

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/site"
)

func newMark() *cobra.Command {
	s := site.Source{Drafts: true} // who writes sees what is not published yet
	cmd := &cobra.Command{
		Use:   "mark <kind>/<id> <language> [node...]",
		Short: "Write the ids of paragraphs, or that a translation is up to date",
		Long: `Mark writes below each block of a text without ids the one that it has by its place:
{#c2.p1}. From then on its address stays, whatever is put in before it.

Below each block of a translation it writes the hash of the block that it translates, too:
{#c2.p1 source=ab12cd34}. When the source changes, check reports it, and pages mark the
paragraph as translated from an earlier text until it is marked again. With nodes, only
those clauses or paragraphs of a translation are marked.`,
		Example: `  kengash mark protocols/ict-2021 zh
  kengash mark protocols/ict-2021 zh c2.p1 c4.p1`,
		Args: cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			collection, err := site.Open(s)
			if err == nil {
				err = cmd.Context().Err() // reading takes no context
			}
			if err != nil {
				return err
			}
			file, n, err := mark(collection, s.Dir, args[0], model.Lang(args[1]), args[2:])
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: %d marks written\n", file, n)
			return err
		},
	}
	siteFlags(cmd, &s)
	return cmd
}

// mark writes the ids of a text that has none, and the hashes of the source into a translation. It
// returns the file of the text and how many lines have changed.
func mark(c *model.Collection, dir, name string, lang model.Lang, nodes []string) (file string, changed int, err error) {
	ref, _ := model.ParseRef(name)
	w, ok := model.Get[model.Work](c, ref)
	if !ok {
		return "", 0, usageError{fmt.Errorf("%q is not a protocol, instrument or programme of the collection (want <kind>/<id>, as in protocols/ict-2021)", name)}
	}
	if ref.Node != "" {
		return "", 0, usageError{fmt.Errorf("%q names a node (want %s %s %s)", name, ref.Entity(), lang, ref.Node)}
	}
	text := model.BaseOf(w).Prose[lang]
	counted := len(text.Blocks) > 0 && text.Blocks[0].Counted
	source, translated := model.SourceText(w, lang)
	if !translated && !counted {
		return "", 0, usageError{fmt.Errorf("%s has no text in %q that was translated from one in the collection; its versions say so by translated_from", name, string(lang))}
	}
	for _, node := range nodes {
		if ids := text.NodeIDs(); !slices.Contains(ids, node) {
			return "", 0, usageError{fmt.Errorf("%s has no node %q (%s)", text.File, node, diag.Want(node, ids))}
		}
	}
	in, err := folder.Open(dir)
	if err != nil {
		return "", 0, fmt.Errorf("mark: %w", err)
	}
	defer in.Close()
	data, err := in.ReadFile(text.File)
	if err != nil {
		return "", 0, fmt.Errorf("mark: %w", err)
	}
	lines := strings.SplitAfter(string(data), "\n")
	for _, b := range text.Blocks {
		hash := b.Source
		wanted := len(nodes) == 0 || slices.Contains(nodes, b.ID) || slices.Contains(nodes, model.PartOf(b.ID))
		if from, ok := source.Block(b.ID); ok && wanted {
			hash = from.Hash()
		}
		if hash == b.Source && !b.Counted {
			continue
		}
		changed++
		inBraces := strings.TrimSuffix(b.ID+" source="+hash, " source=")
		line := &lines[b.Mark.Line-1]
		if b.Counted {
			*line = strings.TrimRight(*line, "\r\n") + "\n{#" + inBraces + "}\n"
			continue
		}
		open, end := strings.Index(*line, "{#"), strings.Index(*line, "}")
		*line = (*line)[:open] + "{#" + inBraces + (*line)[end:]
	}
	if changed == 0 {
		return text.File, 0, nil
	}
	if err := in.Replace(text.File, strings.Join(lines, "")); err != nil {
		return "", 0, fmt.Errorf("mark: %w", err)
	}
	return text.File, changed, nil
}
