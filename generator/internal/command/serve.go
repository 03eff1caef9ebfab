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
	var hosts []string
	var baseURL string
	var watch, still, logRequests bool
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
			// Pages that were asked for before the end are still rendered.
			rendering, stop := context.WithCancel(context.WithoutCancel(cmd.Context()))
			var live *site.Live
			open := func(baseURL string) server.Site {
				source.BaseURL = baseURL
				live = site.NewLive(rendering, site.Options{Source: source, Warn: tell.warn})
				return live
			}
			defer func() {
				stop()
				if live != nil {
					live.Close()
				}
			}()
			err := server.Serve(cmd.Context(), server.Options{
				Source: source.Dir, Index: site.IndexFolder, Open: open,
				Address: net.JoinHostPort(bind, strconv.Itoa(port)), Hosts: append(hosts, bind),
				Stdout: cmd.OutOrStdout(), Failed: tell.failed, Log: tell.logger(),
				BaseURL: baseURL, Once: !watch, Reload: !still, Requests: tell.requests(logRequests),
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
	cmd.Flags().StringVarP(&baseURL, "baseURL", "b", "", "address by which readers know the site, for canonical links and feeds")
	cmd.Flags().BoolVarP(&watch, "watch", "w", true, "follow changes of the source")
	cmd.Flags().BoolVar(&still, "disableLiveReload", false, "follow changes, but do not have open pages reload")
	cmd.Flags().BoolVar(&logRequests, "log-requests", false, "log each request, with nothing of who asks")
	cmd.Flags().StringSliceVar(&hosts, "host", nil, "further names by which browsers ask for the server, as council.example")
	return cmd
}
