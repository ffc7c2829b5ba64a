package pipeline_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"vnlex/pipeline"
)

// folder makes a folder of n pages and one that cannot be read.
func folder(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		text := fmt.Sprintf("Căn cứ Quyết định số %d/QĐ-TTg ngày 1/2/2020 của Thủ tướng Chính phủ;\n", i+1)
		name := filepath.Join(dir, fmt.Sprintf("%03d.txt", i))
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "999.txt"), []byte("\x00"), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestReadOrder: however many are read at once, pages come in order, the failed too.
func TestReadOrder(t *testing.T) {
	dir := folder(t, 150)
	read := func(jobs int) (keys []string) {
		for r, err := range pipeline.Read(t.Context(), []string{dir}, nil, pipeline.Options{Jobs: jobs}) {
			var failed *pipeline.PageError
			switch {
			case errors.As(err, &failed):
				keys = append(keys, failed.Code)
			case err != nil || len(r.Documents) != 1:
				t.Fatalf("Read gives %+v, %v", r, err)
			default:
				keys = append(keys, r.Documents[0].Key)
			}
		}
		return keys
	}
	one := read(1)
	if len(one) != 151 || one[0] == one[1] || one[150] != "binary" {
		t.Errorf("Read gives %d pages, the last %q, want 151 and binary", len(one), one[len(one)-1])
	}
	if many := read(8); !slices.Equal(many, one) {
		t.Errorf("Read with 8 jobs gives %q, want %q", many, one)
	}
}

// TestReadStops: a loop that ends early, or is cancelled, ends the readers.
func TestReadStops(t *testing.T) {
	dir := folder(t, 60)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for range pipeline.Read(ctx, []string{dir}, nil, pipeline.Options{Jobs: 4}) {
		if n++; n == 3 {
			break
		}
	}
	var last error
	for _, err := range pipeline.Read(ctx, []string{dir}, nil, pipeline.Options{Jobs: 4}) {
		cancel()
		last = err
	}
	if n != 3 || !errors.Is(last, context.Canceled) {
		t.Errorf("Read ends after %d pages, then with %v, want 3 and a cancelled context", n, last)
	}
}
