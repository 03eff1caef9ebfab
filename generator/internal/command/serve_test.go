package command

import (
	"io"
	"net"
	"strconv"
	"strings"
	"testing"
)

func TestAPortInUseNamesTheFlag(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := strconv.Itoa(taken.Addr().(*net.TCPAddr).Port)
	var stderr strings.Builder
	if code := Run(t.Context(), []string{"serve", "-s", fixture, "-p", port}, nil, io.Discard, &stderr); code != 1 {
		t.Errorf("the exit code is %d", code)
	}
	if got := stderr.String(); !strings.Contains(got, ":"+port) || !strings.Contains(got, "by -p") {
		t.Errorf("the message is %q", got)
	}
}
