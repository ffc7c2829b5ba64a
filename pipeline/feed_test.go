package pipeline_test

import (
	"context"
	"testing"

	"vnlex/graph/sqlite"
	"vnlex/pipeline"
	"vnlex/pipeline/ledger"
)

// A feed works off what a killed run left before it shows anything.
func TestFeed(t *testing.T) {
	d := newDatabase(t, killOptions())
	ctx, stop := context.WithCancel(t.Context())
	opt := killOptions()
	opt.Progress = func(e pipeline.Event) {
		if e.Stage == "resolve" {
			stop()
		}
	}
	openDatabase(t, d.path, opt).IngestInputs(ctx, inputs(killDocs()))
	if d.marks() == 0 {
		t.Fatal("no marks left to be worked off")
	}
	feed := d.Feed(func(ctx context.Context) (pipeline.OpenSnapshot, error) {
		s, err := sqlite.Open(d.path)
		if err != nil {
			return nil, err
		}
		t.Cleanup(func() { s.Close() })
		return s.Snapshot(ctx)
	})
	snap, err := feed(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer snap.Close()
	if n, err := ledger.Marks(t.Context(), snap.(pipeline.OpenSnapshot).Tx()); n != 0 ||
		err != nil {
		t.Errorf("%d marks in the snapshot (%v), want none", n, err)
	}
	calm := newDatabase(t, synthetic(1))
	calm.ingest(killDocs()...)
	if got, want := d.export(), calm.export(); got != want {
		t.Errorf("export differs:\n%s", diff(got, want))
	}
}
