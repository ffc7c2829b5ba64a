package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"vnlex/pipeline"
	"vnlex/testdata"
)

// A demoCmd runs the whole flow on the pages inside the program and asks three
// questions of what came out.
type demoCmd struct {
	Dir   string `placeholder:"DIR"`
	Crawl bool
}

// demoQuestions are what the demo asks, as a person would type it.
var demoQuestions = []struct {
	message string
	args    []string
	run     func(context.Context, *app) error
}{
	{
		"demo.implements", []string{"implements", demoStrategy},
		implementsCmd{keyArg: keyArg{demoStrategy}}.Run,
	},
	{
		"demo.amendments", []string{"amendments", demoLaw},
		amendmentsCmd{keyArg: keyArg{demoLaw}}.Run,
	},
	{"demo.show", []string{"show", demoDirective}, showCmd{keyArg{demoDirective}}.Run},
}

const (
	demoStrategy  = "Chiến lược phát triển công nghiệp vật liệu tái chế"
	demoLaw       = "Luật Tái chế vật liệu"
	demoDirective = "77-ct-ttg"
)

func (c demoCmd) Run(ctx context.Context, a *app) error {
	db, err := c.database(a)
	if err != nil {
		return err
	}
	if c.Crawl {
		return c.crawl(ctx, a, db)
	}
	sum, err := a.fill(ctx, db)
	if err != nil {
		return err
	}
	b := *a
	b.DB, b.Graph = db, ""
	if a.JSON {
		return c.json(ctx, &b, sum)
	}
	found := []any{sum.Read, sum.Failed, sum.Documents.Added, sum.Relations.Added}
	a.printf("%s\n", a.text("demo.read", found...))
	for _, q := range demoQuestions {
		a.printf("\n%s\n$ %s\n\n", a.style().Bold(a.text(q.message)), b.line(q.args...))
		if err := q.run(ctx, &b); err != nil {
			return err
		}
	}
	next := []any{b.line("pages", "--failed"), b.line("ingest", "PATH"), db}
	a.printf("\n%s\n", a.text("demo.next", next...))
	return nil
}

// database returns where the demo's database goes; there must be none yet.
func (c demoCmd) database(a *app) (string, error) {
	if c.Dir == "" {
		dir, err := os.MkdirTemp("", "vnlex-demo-")
		return filepath.Join(dir, "vnlex.db"), err
	}
	db := filepath.Join(c.Dir, "vnlex.db")
	if _, err := os.Stat(db); err == nil {
		return "", a.errorf("demo.exists", db)
	}
	return db, os.MkdirAll(c.Dir, 0o755)
}

// fill ingests the pages inside the program.
func (a *app) fill(ctx context.Context, db string) (pipeline.Summary, error) {
	bar := a.progress()
	defer bar.done()
	opt := a.options()
	opt.Progress = bar.event
	p, err := pipeline.Open(db, embedded(), opt)
	if err != nil {
		return pipeline.Summary{}, err
	}
	sum, err := p.IngestInputs(ctx, inputs(testdata.Pages()))
	return sum, errors.Join(err, p.Close())
}

// inputs gives every file as a page whose URL is its path.
func inputs(files fs.FS) iter.Seq2[pipeline.Input, error] {
	return func(yield func(pipeline.Input, error) bool) {
		fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			open := func() (io.ReadCloser, error) { return files.Open(path) }
			if !yield(pipeline.Input{URL: path, Open: open}, nil) {
				return fs.SkipAll
			}
			return nil
		})
	}
}

// line writes a command as a person would type it against this database.
func (a *app) line(args ...string) string {
	words := append(append([]string(nil), args...), "--db", a.DB)
	for i, w := range words {
		if strings.ContainsAny(w, " '\"$") {
			words[i] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
		}
	}
	return program() + " " + strings.Join(words, " ")
}

// program is how this program was called: go run leaves no command behind.
func program() string {
	if strings.Contains(os.Args[0], "go-build") {
		return "go run ./cmd/vnlex"
	}
	return "vnlex"
}

// json gives the whole demo as one value.
func (demoCmd) json(ctx context.Context, a *app, sum pipeline.Summary) error {
	all := struct {
		DB      string            `json:"db"`
		Summary pipeline.Summary  `json:"summary"`
		Answers []json.RawMessage `json:"answers"`
	}{DB: a.DB, Summary: sum}
	for _, q := range demoQuestions {
		var answer bytes.Buffer
		b := *a
		b.stdout = &output{Writer: &answer}
		if err := q.run(ctx, &b); err != nil {
			return err
		}
		all.Answers = append(all.Answers, answer.Bytes())
	}
	return a.json(all)
}
