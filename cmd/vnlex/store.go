package main

import (
	"context"
	"fmt"
	"net/url"
	"os"

	"golang.org/x/term"

	"vnlex/cmd/internal/terminal"
	"vnlex/graph/neo4j"
	"vnlex/graph/open"
	"vnlex/graph/sqlite"
	"vnlex/pipeline"
	"vnlex/pipeline/ledger"
)

// graph opens the graph that answers questions: that of --graph, else the
// embedded one of --db.
func (a *app) graph(ctx context.Context) (open.ReadCloser, error) {
	if a.Graph == "" {
		return a.local(ctx)
	}
	password, err := a.password(string(a.Graph))
	if err != nil {
		return nil, err
	}
	return open.Graph(ctx, string(a.Graph), "", password)
}

// local opens the graph in the database.
func (a *app) local(ctx context.Context) (open.ReadCloser, error) {
	path, err := a.databasePath()
	if err != nil {
		return nil, err
	}
	if err := sound(ctx, path); err != nil {
		return nil, err
	}
	return open.Graph(ctx, "", path, "")
}

// sound reports why the database at path cannot be read by this vnlex.
func sound(ctx context.Context, path string) error {
	r, err := ledger.OpenReader(ctx, path)
	if err != nil {
		return err
	}
	return r.Close()
}

// neo4j opens the replica at an address.
func (a *app) neo4j(ctx context.Context, address string) (*neo4j.Store, error) {
	password, err := a.password(address)
	if err != nil {
		return nil, err
	}
	return neo4j.Open(ctx, neo4j.Config{URL: address, Password: password, Log: a.log})
}

// password is that of the variable, else what a person at the terminal types
// when the address names a user.
func (a *app) password(address string) (string, error) {
	if p, ok := os.LookupEnv("VNLEX_NEO4J_PASSWORD"); ok {
		return p, nil
	}
	u, err := url.Parse(address)
	in, ok := a.stdin.(*os.File)
	if err != nil || u.User.Username() == "" || !ok || !terminal.Is(in) {
		return "", nil
	}
	fmt.Fprint(a.stderr, a.text("neo4j.password", u.User.Username()))
	p, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(a.stderr)
	return string(p), err
}

// ledger opens the database for commands that only read it.
func (a *app) ledger() (*pipeline.Pipeline, error) {
	path, err := a.databasePath()
	if err != nil {
		return nil, err
	}
	return pipeline.Open(path, embedded(), a.options())
}

// embedded is the graph that lives in the file of the ledger.
func embedded() pipeline.Embedded {
	w := sqlite.NewWriter()
	return pipeline.Embedded{
		Migrate: sqlite.Migrate,
		Apply:   w.Apply,
		Renew:   sqlite.Renew,
		Net:     sqlite.Net,
	}
}
