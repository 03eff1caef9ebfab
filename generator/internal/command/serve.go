package command

import (
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
	var hosts []string
	cmd := &cobra.Command{
		Use:     "serve",
		Aliases: []string{"server"},
		Short:   "Serve the site locally and follow changes",
		Long: `Serve reads and checks the site, and makes each page when it is asked for. When a source
file changes, it reads what has changed and open pages reload; the search follows. If
there are problems, it prints them and keeps serving the last good site.`,
		Example: `  kengash serve
  kengash serve -s ~/my-council -p 8080`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var live *site.Live
			open := func(baseURL string) server.Site {
				source.BaseURL = baseURL
				live = site.NewLive(cmd.Context(), site.Options{Source: source, Warn: tell.warn})
				return live
			}
			defer func() {
				if live != nil {
					live.Close()
				}
			}()
			err := server.Serve(cmd.Context(), server.Options{
				Source: source.Dir, Index: site.IndexFolder, Open: open,
				Address: net.JoinHostPort(bind, strconv.Itoa(port)), Hosts: append(hosts, bind),
				Stdout: cmd.OutOrStdout(), Failed: tell.failed, Log: tell.logger(),
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
	cmd.Flags().StringSliceVar(&hosts, "host", nil, "further names by which browsers ask for the server, as council.example")
	return cmd
}
