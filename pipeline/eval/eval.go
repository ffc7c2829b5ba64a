// Package eval measures readings against pages whose answers are known (gold).
//
// A gold file is recognised by what stands in it, never by its name:
//
//	pages      id, documents, relations: whole pages, exhaustive inside their scope
//	seeds      seeds: the same with instruments and the edges of the page itself
//	gazette    txt, number: the header fields of Official Gazette texts (Công báo)
//	citations  text, entities: sentences with the spans that cite a document
//	pairs      source, target, rels: relations that a text is known to state
//	html       file, bytes: what the markup of a saved portal page labels
//
// What gold does not ask counts neither way: optional documents, relations that are
// not required, all outside the labelled scope, and where gold is not exhaustive,
// all that is found beyond it.
package eval

import (
	"context"
	"runtime"

	"vnlex/pipeline"
)

// Options say how gold is measured. The zero value is ready for use.
type Options struct {
	Jobs     int                       // pages read at the same time; 0: one per core
	MaxBytes int64                     // of a page, and of a line of gold; 0: 64 MiB
	Each     func(Decision) error      // takes every decision, in the order of the gold
	Unread   func(*pipeline.PageError) // takes the pages that are no text: all of them is missed
}

// A Report is what came of all gold files.
type Report struct {
	Sets        []Set `json:"sets"`
	Calibration []Bin `json:"calibration,omitempty"`
}

// Run measures gold files, in order. What is wrong with one of them is told by a
// *GoldError, and nothing after it is measured.
func Run(ctx context.Context, gold []string, opt Options) (*Report, error) {
	e := &evaluation{opt: opt.withDefaults(), bins: newBins()}
	e.reader = newReader(e.opt)
	report := &Report{}
	for _, path := range gold {
		set, err := e.measure(ctx, path)
		if err != nil {
			return nil, err
		}
		report.Sets = append(report.Sets, set)
	}
	report.Calibration = e.bins.filled()
	return report, nil
}

// Unread returns how many pages could not be read.
func (r *Report) Unread() int {
	n := 0
	for _, s := range r.Sets {
		n += s.Pages - s.Read
	}
	return n
}

type evaluation struct {
	opt    Options
	reader *reader
	bins   bins
}

// measure measures one gold file. Pages are read in parallel; what came of them is
// taken in the order of the gold.
func (e *evaluation) measure(ctx context.Context, path string) (Set, error) {
	set := Set{Gold: setName(path), sum: map[mark]Tally{}}
	do := func(ctx context.Context, t task) (*sheet, error) {
		s := newSheet(set.Gold, t.page)
		return s, t.score(ctx, e.reader, s)
	}
	err := inOrder(ctx, e.opt.Jobs, tasks(path, e.opt.MaxBytes), do, func(s *sheet) error {
		set.add(s)
		return e.take(s)
	})
	if err == nil && set.Pages == 0 {
		err = &GoldError{Path: path, Code: Empty}
	}
	set.close()
	return set, err
}

// take passes on what a sheet says.
func (e *evaluation) take(s *sheet) error {
	for _, p := range s.stated {
		e.bins.add(p)
	}
	for _, u := range s.unread {
		e.opt.Unread(u)
	}
	for _, d := range s.decisions {
		if err := e.opt.Each(d); err != nil {
			return err
		}
	}
	return nil
}

const defaultMaxBytes = 64 << 20

func (o Options) withDefaults() Options {
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = defaultMaxBytes
	}
	if o.Each == nil {
		o.Each = func(Decision) error { return nil }
	}
	if o.Unread == nil {
		o.Unread = func(*pipeline.PageError) {}
	}
	return o
}
