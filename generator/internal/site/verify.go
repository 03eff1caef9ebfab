package site

import (
	"context"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/manifest"
	"github.com/kengash/kengash/generator/internal/publish"
)

// Verify compares a published site, in a folder or at an address, with its manifest, or with
// another one; see [manifest.Check].
func Verify(ctx context.Context, where string, other []byte) (int, []diag.Problem, error) {
	return manifest.Check(ctx, where, other, publish.MarkerName)
}
