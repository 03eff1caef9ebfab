package command

import (
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

// cacheFlags adds the flags that say where to keep what later builds can use, and returns a
// function that returns the folder, once the flags are read; "" for none.
func cacheFlags(cmd *cobra.Command) func() string {
	var dir string
	var none bool
	cmd.Flags().StringVar(&dir, "cache", "", "folder that keeps what later builds can use (default kengash in the user's cache folder)")
	cmd.Flags().BoolVar(&none, "no-cache", false, "use and keep nothing of other builds")
	cmd.MarkFlagsMutuallyExclusive("cache", "no-cache")
	_ = cmd.MarkFlagDirname("cache")
	return func() string {
		if none || dir != "" {
			return dir
		}
		// A user without such a folder has no cache.
		if dir, err := os.UserCacheDir(); err == nil && os.MkdirAll(filepath.Join(dir, "kengash"), 0o700) == nil {
			return filepath.Join(dir, "kengash")
		}
		return ""
	}
}
