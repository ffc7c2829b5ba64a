package pipeline_test

import (
	"errors"
	"testing"

	"vnlex/graph/sqlite"
	"vnlex/pipeline"
	"vnlex/pipeline/ledger"
)

// A run that was killed left no report, and that is told: alone as an error, else beside
// the report of the run before.
func TestReportKilled(t *testing.T) {
	w, _, _ := small(t)
	d := w.database()
	killed := func() {
		l, err := ledger.Open(t.Context(), d.path, ledger.Options{
			Graph: ledger.Graph{Migrate: sqlite.Migrate, Apply: sqlite.Apply}})
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		if _, err := l.Begin(t.Context(), "refresh"); err != nil {
			t.Fatal(err)
		}
	}
	killed()
	var none *pipeline.Unreported
	if _, err := d.Report(t.Context(), 0); !errors.As(err, &none) || none.Run == 0 {
		t.Errorf("Report: error %v, want *Unreported", err)
	}
	d.refresh(w.options())
	if r, err := d.Report(t.Context(), 0); err != nil || r.Unreported != nil {
		t.Errorf("Report() = %+v, %v; want nothing unreported", r, err)
	}
	killed()
	r, err := d.Report(t.Context(), 0)
	if err != nil || r.Unreported == nil || r.Unreported.Run <= r.Run {
		t.Errorf("Report() = %+v, %v; want the later run beside it", r, err)
	}
}
