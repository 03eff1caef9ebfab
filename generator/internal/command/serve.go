package command

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strconv"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/server"
	"github.com/kengash/kengash/generator/internal/site"
)

func newServe(tell *teller) *cobra.Command {
	var source site.Source
	var bind string
	var port int
	cmd := &cobra.Command{
		Use:     "serve",
		Aliases: []string{"server"},
		Short:   "Serve the site locally and rebuild it on changes",
		Long: `Serve builds the site into a temporary folder and serves it. When a source file changes,
it rebuilds the site and open pages reload. If there are problems, it prints them and
keeps serving the last good site.`,
		Example: `  kengash serve
  kengash serve -s ~/my-council -p 8080`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			build := func(ctx context.Context, dir, baseURL string) (server.Built, error) {
				source.BaseURL, source.Observe = baseURL, tell.observer()
				defer tell.bar.clear()
				made, err := site.Build(ctx, site.Options{
					Source: source, Destination: dir, Warn: tell.warn,
				})
				if err == nil {
					tell.built(made)
				}
				return server.Built{Summary: made, Headers: made.Headers}, err
			}
			err := server.Serve(cmd.Context(), server.Options{
				Source: source.Dir, Index: site.IndexFolder, Build: build,
				Address: net.JoinHostPort(bind, strconv.Itoa(port)),
				Stdout:  cmd.OutOrStdout(), Failed: tell.failed, Log: tell.logger(),
			})
			if errors.Is(err, syscall.EADDRINUSE) {
				return fmt.Errorf("%w; choose another port by -p, or -p 0 for a free one", err)
			}
			return err
		},
	}
	siteFlags(cmd, &source)
	cmd.Flags().IntVarP(&port, "port", "p", 1313, "port; 0 picks a free one")
	cmd.Flags().StringVar(&bind, "bind", "127.0.0.1", "address to listen on")
	return cmd
}
