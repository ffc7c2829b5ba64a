package main

import (
	"context"
	"io"
	"os"

	"vnlex/cmd/internal/terminal"
	"vnlex/graph/export"
)

// An exportCmd writes the whole graph of the database, sorted; or its kept pages.
type exportCmd struct {
	Out string `placeholder:"FILE"`
}

func (c exportCmd) Run(ctx context.Context, a *app) error {
	if a.Format == "warc" {
		return c.pages(ctx, a)
	}
	r, err := a.local(ctx)
	if err != nil {
		return err
	}
	defer r.Close()
	if c.Out == "" {
		return export.JSONL(ctx, r, a.exportTo())
	}
	return toFile(c.Out, func(w io.Writer) error { return export.JSONL(ctx, r, w) })
}

// pages writes a web archive, which no terminal can show.
func (c exportCmd) pages(ctx context.Context, a *app) error {
	if c.Out == "" && terminal.Is(a.stdout.Writer) {
		return a.errorf("export.binary")
	}
	p, err := a.ledger()
	if err != nil {
		return err
	}
	defer p.Close()
	if c.Out == "" {
		return p.ExportWARC(ctx, a.stdout)
	}
	return toFile(c.Out, func(w io.Writer) error { return p.ExportWARC(ctx, w) })
}

// exportTo is the standard output; a terminal gets nothing that could steer it.
func (a *app) exportTo() io.Writer {
	if terminal.Is(a.stdout.Writer) {
		return terminal.Writer{W: a.stdout, JSON: true}
	}
	return a.stdout
}

// toFile writes a file that is there in full or not at all.
func toFile(path string, write func(io.Writer) error) error {
	part := path + ".part"
	f, err := os.Create(part)
	if err != nil {
		return err
	}
	err = write(f)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		os.Remove(part)
	}
	return err
}
