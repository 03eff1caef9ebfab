package site

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/check"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/load"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/stage"
)

// Source says where a site comes from.
type Source struct {
	Dir     string // folder with data/, content/, themes/ and the configuration
	Config  string // the configuration, if it is not kengash.toml in the folder
	BaseURL string // instead of the configuration's

	Drafts bool // with records that are not published yet

	Observe stage.Observer // of reading and checking, and of what else is done with the site

	trace *folder.Trace // of what is read of Dir; nil for none
	memo  *load.Memo    // of what was read before; nil for none

	layers *checkedLayers // how pages look, as it was checked before; nil where that is not remembered
}

// SettingError is a setting from the command line or the environment that cannot be used.
type SettingError struct {
	Name string // "SOURCE_DATE_EPOCH"
	Err  error
}

func (e *SettingError) Error() string { return e.Name + ": " + e.Err.Error() }

func (e *SettingError) Unwrap() error { return e.Err }

// Open reads and checks a site. All that is wrong with it is one *diag.Error.
func Open(s Source) (*model.Collection, error) {
	collection, _, err := openWithNotices(s)
	return collection, err
}

// openWithNotices is Open with what is to be known of a site that is not wrong.
func openWithNotices(s Source) (*model.Collection, []diag.Problem, error) {
	collection, problems, err := Read(s)
	if err != nil {
		return nil, nil, err
	}
	if err := problems.Err(); err != nil {
		return nil, nil, err
	}
	return collection, problems.Notices(), nil
}

// Read reads and checks a site as far as it goes.
func Read(s Source) (*model.Collection, diag.List, error) {
	if info, err := os.Stat(s.Dir); err != nil || !info.IsDir() {
		return nil, diag.List{}, fmt.Errorf("there is no folder %s; name the site's folder by --source", s.Dir)
	}
	from, err := folder.Open(s.Dir)
	if err != nil {
		return nil, diag.List{}, err
	}
	defer from.Close()
	from.Traced(s.trace)
	collection, problems, err := s.load(from, from.Linked())
	if err != nil || collection == nil {
		return nil, problems, err
	}
	err = s.Observe.Run(context.Background(), stage.Checking, func(context.Context, func(done, total int)) error {
		problems.Append(check.Collection(collection))
		return s.layers.check(from, collection.Config, &problems)
	})
	if err != nil {
		return nil, problems, err
	}
	return collection, problems, s.override(collection.Config)
}

// ReadFiles reads and checks the records and texts of a site whose files are, or would be, those of
// a file system.
func ReadFiles(s Source, files fs.FS) (*model.Collection, diag.List, error) {
	collection, problems, err := s.load(files, files)
	if err == nil && collection != nil {
		problems.Append(check.Collection(collection))
	}
	return collection, problems, err
}

// load reads the records and texts of a site.
func (s Source) load(from, linked fs.FS) (collection *model.Collection, problems diag.List, err error) {
	src := load.Source{Site: from, Linked: linked, Defaults: kengash.Defaults(), Config: s.Config, Memo: s.memo, Drafts: s.Drafts}
	src.Day, _ = dayOfBuild() // override says what is wrong with it
	if filepath.IsAbs(s.Config) {
		beside, name, err := s.configFolder()
		if err != nil {
			return nil, diag.List{}, &SettingError{"--config", err}
		}
		defer beside.Close()
		src.ConfigFS, src.Config = beside, name
	}
	err = s.Observe.Run(context.Background(), stage.Reading, func(_ context.Context, advance func(done, total int)) (err error) {
		src.Progress = advance
		collection, problems, err = load.Load(src)
		return err
	})
	return collection, problems, err
}

// configFolder opens the folder of a configuration that lies elsewhere, and returns its name there.
// Whoever names it may name a link.
func (s Source) configFolder() (*folder.Folder, string, error) {
	file, err := filepath.EvalSymlinks(s.Config)
	if errors.Is(err, fs.ErrNotExist) {
		file, err = s.Config, nil // load says so
	}
	if err != nil {
		return nil, "", err
	}
	beside, err := folder.Open(filepath.Dir(file))
	return beside, filepath.Base(file), err
}

// override lays what the command line and the environment say over the configuration.
func (s Source) override(c *model.Config) error {
	if s.BaseURL != "" {
		if err := c.SetBaseURL(s.BaseURL); err != nil {
			return &SettingError{"--baseURL", err}
		}
	}
	day, err := dayOfBuild()
	if day != "" {
		c.DataDate = day
	}
	return err
}

// dayOfBuild is the day that SOURCE_DATE_EPOCH calls "now"; "" where it is not set.
func dayOfBuild() (model.Date, error) {
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return "", nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return "", &SettingError{"SOURCE_DATE_EPOCH", fmt.Errorf("want seconds since 1970, not %q", epoch)}
	}
	day := time.Unix(seconds, 0).UTC()
	if day.Year() < 1 || day.Year() > 9999 {
		return "", &SettingError{"SOURCE_DATE_EPOCH", fmt.Errorf("%s is in the year %d", epoch, day.Year())}
	}
	return model.Date(day.Format(time.DateOnly)), nil
}

// Today returns the day that SOURCE_DATE_EPOCH calls "now", else the present one, in UTC.
func Today() (model.Date, error) {
	day, err := dayOfBuild()
	return cmp.Or(day, model.Date(time.Now().UTC().Format(time.DateOnly))), err
}

// inputs are the folders that a build reads, now or once they are there, so that no destination
// lies in one of them.
func (s Source) inputs() []string {
	dirs := append([]string{"data", "content", "themes"}, themeFolders...)
	for i, dir := range dirs {
		dirs[i] = filepath.Join(s.Dir, dir)
	}
	return dirs
}
