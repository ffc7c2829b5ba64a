package pipeline

import (
	"context"
	"io"
	"iter"

	"vnlex/extractors/reading"
)

// Ingest takes the named files, folders and URLs through the whole flow; "-"
// stands for a list of them, one a line, on stdin. It ends when no mark is
// left. When ctx is cancelled it finishes the page at hand, keeps what is done
// and returns the error of ctx with the summary so far. A page that fails is
// counted and does not stop the others.
func (p *Pipeline) Ingest(ctx context.Context, paths []string, stdin io.Reader) (Summary, error) {
	return Summary{}, nil
}

// IngestInputs does the same with pages that are not on disk.
func (p *Pipeline) IngestInputs(ctx context.Context, in iter.Seq2[Input, error]) (Summary, error) {
	return Summary{}, nil
}

// Retry takes the failed pages up again.
func (p *Pipeline) Retry(ctx context.Context) (Summary, error) { return Summary{}, nil }

// Forget removes pages and all that only they supported, and keeps them out of
// later runs.
func (p *Pipeline) Forget(ctx context.Context, urls []string) (Summary, error) {
	return Summary{}, nil
}

// Allow lets forgotten pages in again; it does not fetch them.
func (p *Pipeline) Allow(ctx context.Context, urls []string) (Summary, error) {
	return Summary{}, nil
}

// Rebuild reads every kept page anew with today's extractors and resolves anew.
func (p *Pipeline) Rebuild(ctx context.Context) (Summary, error) { return Summary{}, nil }

// Settle works off the marks that a killed run left.
func (p *Pipeline) Settle(ctx context.Context) (Summary, error) { return Summary{}, nil }

// Pages lists the pages of the ledger by URL; site and failed narrow the list.
func (p *Pipeline) Pages(ctx context.Context, site string, failed bool) ([]Page, error) {
	return nil, nil
}

// Changes lists the runs since the one given, or since a date (ISO 8601), with
// what each changed in the end; an empty since means all.
func (p *Pipeline) Changes(ctx context.Context, since string) ([]Run, error) { return nil, nil }

// Backup writes a consistent copy of the database to file, which must not exist.
func (p *Pipeline) Backup(ctx context.Context, file string) error { return nil }

// Read gives what each page says, in the order of the inputs, and stores nothing.
// A page that cannot be read gives a *PageError.
func Read(ctx context.Context, paths []string, stdin io.Reader, opt Options) iter.Seq2[*reading.Reading, error] {
	return func(func(*reading.Reading, error) bool) {}
}

// A PageError says why a page cannot be read.
type PageError struct {
	URL    string
	Code   string
	Reason string
}

func (e *PageError) Error() string { return e.URL + ": " + e.Reason }
