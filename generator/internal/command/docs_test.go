package command

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/cobra"
)

const repository = "../../.." // from this folder, where tests run

const referenceHead = `# The command line

The output of ` + "`kengash --help`" + ` for every command; ` + "`make golden`" + ` writes this page.

The exit code is 0 on success, 1 if the input has problems or something failed, 2 if the command
line is wrong, and 128 plus the number of the signal if one stopped the command (130 for Ctrl-C). A
command that is stopped ends within five seconds.

With ` + "`--log-format json`" + `, every line on stderr is a JSON object with ` + "`time`, `level` and `msg`" + `:

| ` + "`msg`" + ` | Other keys |
|---|---|
| ` + "`begins`, `runs`, `ends`" + ` | ` + "`stage`" + `; ` + "`done` and `total`" + `, if it counts its work; at the end ` + "`seconds`" + ` |
| ` + "`problem`, `notice`" + ` | ` + "`file`, `line`, `column`, `message`, `hint`, `also`" + `, as far as they are known |
| ` + "`built`" + ` | ` + "`pages`, `languages`, `documents`, `bytes`, `seconds`, `destination`" + ` |
| ` + "`indexed`" + ` | ` + "`documents`, `pages`, `files`, `bytes`, `seconds`, `folder`" + ` |
| ` + "`stage`" + `, with ` + "`--profile`" + ` | ` + "`stage`, `seconds`, `cpu_seconds`, `children_cpu_seconds`" + ` |
| ` + "`process`" + `, with ` + "`--profile`" + ` | ` + "`process`, `user_seconds`, `system_seconds`, `peak_bytes`" + `, as far as the system reports them |
| a text | a warning, or why the command failed |

This enables completion of commands, flags, and the topics, states and languages of a site:

` + "```sh\nsource <(kengash completion bash)      # or zsh, fish, powershell\n```" + `
`

// The reference of the command line is what the commands say of themselves. -update writes it.
func TestTheReferenceHasEveryCommandAndFlag(t *testing.T) {
	var b strings.Builder
	b.WriteString(referenceHead)
	root := newRoot(newTeller(io.Discard))
	for _, cmd := range slices.Concat([]*cobra.Command{root}, root.Commands()) {
		cmd.InitDefaultHelpFlag()
		fmt.Fprintf(&b, "\n## %s\n```\n%s\n\n%s```\n", cmd.CommandPath(), cmd.Long, cmd.UsageString())
	}
	name := filepath.Join(repository, "docs", "command.md")
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != b.String() {
		t.Error("docs/command.md is not what the commands say; regenerate it with -update and review the difference")
	}
}

// Every command line that the documentation shows is one that the program understands.
func TestTheDocumentedCommandLinesAreUnderstood(t *testing.T) {
	span := regexp.MustCompile("`(?:bin/)?kengash( [^`]+)`")
	line := regexp.MustCompile(`^\s*(?:\S*bin/)?kengash( .*)`)
	seen := 0
	for name, text := range documentation(t) {
		fenced := false
		for n, l := range slices.Collect(strings.Lines(text)) {
			if strings.HasPrefix(strings.TrimSpace(l), "```") {
				fenced = !fenced
			}
			if m := line.FindStringSubmatch(l); m != nil && (fenced || strings.HasPrefix(l, "    ")) {
				seen++
				if err := understand(m[1], true); err != nil {
					t.Errorf("%s:%d: %v", name, n+1, err)
				}
			}
			for _, m := range span.FindAllStringSubmatch(l, -1) {
				seen++
				if err := understand(m[1], false); err != nil {
					t.Errorf("%s:%d: %v", name, n+1, err)
				}
			}
		}
	}
	if seen < 40 {
		t.Errorf("%d command lines were found", seen)
	}
}

// documentation returns the texts of the repository for people, but the changelog, which tells of
// former times too, and the reference, which is no example.
func documentation(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	files := os.DirFS(repository)
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && slices.Contains([]string{".git", "bin", "content", "node_modules", "public", "work"}, d.Name()) {
			return fs.SkipDir
		}
		if path.Ext(name) != ".md" || name == "CHANGELOG.md" || name == "docs/command.md" {
			return nil
		}
		text, err := fs.ReadFile(files, name)
		texts[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// understand parses a command line as the program does, without running it. One that only names a
// command may lack its arguments.
func understand(line string, whole bool) error {
	args := arguments(line)
	root := newRoot(newTeller(io.Discard))
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	cmd, rest, err := root.Find(args)
	if err != nil {
		return err
	}
	if slices.Contains(rest, "--help") {
		return nil
	}
	if err := cmd.ParseFlags(rest); err != nil {
		return fmt.Errorf("kengash%s: %w", line, err)
	}
	if !whole && cmd.HasParent() {
		return nil
	}
	if err := cmd.Args(cmd, cmd.Flags().Args()); err != nil {
		return fmt.Errorf("kengash%s: %w", line, err)
	}
	return nil
}

// arguments divides a line of a shell into words, without its comment.
func arguments(line string) (args []string) {
	for _, m := range regexp.MustCompile(`"([^"]*)"|'([^']*)'|(#.*)|(\S+)`).FindAllStringSubmatch(line, -1) {
		if m[3] == "" {
			args = append(args, m[1]+m[2]+m[4])
		}
	}
	return args
}

// Every file, folder and heading that the documentation leads to is there.
func TestTheDocumentationLeadsSomewhere(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)\s#]*)(#[^)\s]*)?\)`)
	span := regexp.MustCompile("`((?:generator|themes|tools|examples|docs)/[\\w./-]*|(?:data|search)/[\\w./-]+\\.(?:go|ts|md))`")
	code := regexp.MustCompile("(?s)```.*?```|`[^`\n]*`") // links in it are examples
	texts := documentation(t)
	exists := func(name string) bool {
		_, err := os.Stat(filepath.Join(repository, filepath.FromSlash(name)))
		return err == nil
	}
	seen := 0
	for name, text := range texts {
		for _, m := range link.FindAllStringSubmatch(code.ReplaceAllString(text, ""), -1) {
			if strings.Contains(m[1], ":") { // another host
				continue
			}
			seen++
			target := name
			if m[1] != "" {
				target = path.Join(path.Dir(name), m[1])
			}
			if !exists(target) {
				t.Errorf("%s leads to %s, and there is no such file", name, m[1])
			}
			if anchor := strings.TrimPrefix(m[2], "#"); anchor != "" && !slices.Contains(headings(texts[target]), anchor) {
				t.Errorf("%s leads to %s, and there is no such heading", name, m[1]+m[2])
			}
		}
		for _, m := range span.FindAllStringSubmatch(text, -1) {
			seen++
			if !exists(m[1]) && !exists(path.Join(path.Dir(name), m[1])) {
				t.Errorf("%s names %s, and there is no such file", name, m[1])
			}
		}
	}
	if seen < 100 {
		t.Errorf("%d links and names of files were found", seen)
	}
}

// headings returns the anchors that the headings of a text get.
func headings(text string) []string {
	var anchors []string
	for l := range strings.Lines(text) {
		if heading := strings.TrimLeft(l, "#"); heading != l {
			anchors = append(anchors, strings.Map(func(r rune) rune {
				switch {
				case r == ' ':
					return '-'
				case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
					return unicode.ToLower(r)
				}
				return -1
			}, strings.TrimSpace(heading)))
		}
	}
	return anchors
}

// Every target of make that the documentation names is one.
func TestTheDocumentedTargetsExist(t *testing.T) {
	makefile, err := os.ReadFile(filepath.Join(repository, "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	target := regexp.MustCompile("(?m)(?:`|^\\s*)make (?:-C \\S+ )?([a-z]+)\\b")
	seen := 0
	for name, text := range documentation(t) {
		for _, m := range target.FindAllStringSubmatch(text, -1) {
			seen++
			if !strings.Contains(string(makefile), "\n"+m[1]+":") {
				t.Errorf("%s names make %s, and there is no such target", name, m[1])
			}
		}
	}
	if seen < 10 {
		t.Errorf("%d targets were found", seen)
	}
}
