package browser

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/chromedp/chromedp"
)

const (
	// repository is where the collection beside the program stands. It changes with every editor's
	// work, so tests ask of it only what must hold of any collection.
	repository = "../../.."
	// excerpt is a part of it as it was in November 2026, which no editor changes.
	excerpt = "../../testdata/ict"
	subPath = "/kb/" // where the site is served a second time
)

// built is the site of the excerpt, which most tests look at. Tests do not write to it.
var built struct {
	program string // the kengash command
	dir     string
	http    string // address of the site at the root of a host; its base URL
	below   string // address of the same files below a path
	file    string // address in the file system
	temp    string
	cleanup []func()
}

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	if os.Getenv("KENGASH_BROWSER") == "" {
		return m.Run() // every test says why it is skipped
	}
	temp, err := os.MkdirTemp("", "kengash-browser-")
	if err != nil {
		return failed(err)
	}
	defer os.RemoveAll(temp)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return failed(err)
	}
	origin := "http://" + listener.Addr().String()
	built.temp = temp
	defer func() {
		for _, f := range built.cleanup {
			f()
		}
	}()
	built.program, built.dir = filepath.Join(temp, "kengash"), filepath.Join(temp, "site")
	built.http, built.below, built.file = origin+"/", origin+subPath, "file://"+filepath.ToSlash(built.dir)+"/"

	// Pages that are shown at any address have absolute links, so the site is built for the address
	// that it is served at.
	for _, cmd := range []*exec.Cmd{
		exec.Command("go", "build", "-o", built.program, "../../kengash"),
		exec.Command(built.program, "build", "-s", excerpt, "-d", built.dir, "-b", built.http, "--no-cache"),
	} {
		if out, err := cmd.CombinedOutput(); err != nil {
			return failed(fmt.Errorf("%s: %w\n%s", cmd, err, out))
		}
	}
	headers, err := hostHeaders()
	if err != nil {
		return failed(err)
	}
	web := &http.Server{Handler: host(built.dir, headers), ReadHeaderTimeout: time.Minute}
	go web.Serve(listener)
	defer web.Close()

	return m.Run()
}

func failed(err error) int {
	fmt.Fprintln(os.Stderr, "browser tests:", err)
	return 1
}

// launch starts a browser with an empty profile that asks nobody on the network: only this machine
// has an address for it.
func launch(program string, more ...chromedp.ExecAllocatorOption) (context.Context, context.CancelFunc) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.DisableGPU,
		chromedp.WSURLReadTimeout(guard), // a browser that was just installed takes its time
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), append(options, more...)...)
	ctx, stop := chromedp.NewContext(allocator)
	return ctx, func() { stop(); stopAllocator() }
}

// buildSite builds a collection into a folder, which it serves as its host would until the test
// ends.
func buildSite(t *testing.T, source string) (dir, base string) {
	t.Helper()
	if os.Getenv("KENGASH_BROWSER") == "" {
		newTab(t) // says why it is skipped
	}
	dir = filepath.Join(t.TempDir(), "site")
	headers, err := hostHeaders()
	if err != nil {
		t.Fatal(err)
	}
	base = serveFolder(t, host(dir, headers))
	build := exec.Command(built.program, "build", "-s", source, "-d", dir, "-b", base, "--no-cache")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return dir, base
}

// hostHeaders are the headers that the repository asks its host to send with every file.
func hostHeaders() (map[string]string, error) {
	var config struct {
		Headers []struct {
			For    string
			Values map[string]string
		}
	}
	name := filepath.Join(repository, "netlify.toml")
	if _, err := toml.DecodeFile(name, &config); err != nil {
		return nil, err
	}
	for _, h := range config.Headers {
		if h.For == "/*" {
			return h.Values, nil
		}
	}
	return nil, fmt.Errorf("%s has no headers for /*", name)
}

// host serves a folder as a static host does, at its root and at the sub-path: with the headers,
// and with the nearest 404.html for what is not there.
func host(dir string, headers map[string]string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// Browsers ask for it where a page names no icon. It is no request of the page.
		if r.URL.Path == "/favicon.ico" {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		name := path.Clean("/" + strings.TrimPrefix(r.URL.Path, subPath))
		if strings.HasSuffix(r.URL.Path, "/") {
			name = path.Join(name, "index.html")
		}
		status := http.StatusOK
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			lang, _, _ := strings.Cut(name[1:], "/")
			status, name = http.StatusNotFound, "404.html"
			if content, err = os.ReadFile(filepath.Join(dir, lang, "404.html")); err != nil {
				content, _ = os.ReadFile(filepath.Join(dir, "404.html"))
			}
		}
		w.Header().Set("Content-Type", contentType(name))
		w.WriteHeader(status)
		_, _ = w.Write(content)
	})
}

// contentType does not ask the system, whose table differs from machine to machine.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".xml":
		return "application/xml"
	case ".json":
		return "application/json"
	case ".wasm":
		return "application/wasm"
	}
	return "application/octet-stream"
}
