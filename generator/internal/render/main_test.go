package render_test

import (
	"os"
	"testing"

	"github.com/kengash/kengash/generator/internal/render/hugo"
)

// TestMain lets this program render in a child of its own.
func TestMain(m *testing.M) {
	hugo.Child()
	os.Exit(m.Run())
}
