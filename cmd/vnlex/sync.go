package main

import (
	"context"
	"errors"

	"vnlex/graph/neo4j"
	"vnlex/graph/sqlite"
	"vnlex/pipeline"
)

// A syncCmd brings a Neo4j up to date with the database.
type syncCmd struct {
	Full  bool     `xor:"how"`
	Check bool     `xor:"how"`
	URL   graphURL `arg:"" name:"url"`
}

func (c syncCmd) Run(ctx context.Context, a *app) error {
	path, err := a.databasePath()
	if err != nil {
		return err
	}
	if err := sound(ctx, path); err != nil {
		return err
	}
	replica, err := a.neo4j(ctx, string(c.URL))
	if err != nil {
		return err
	}
	defer replica.Close()
	p, err := pipeline.Open(path, embedded(), a.options())
	if err != nil {
		return err
	}
	defer p.Close()
	if c.Check {
		return a.compare(ctx, p.Feed(snapshots(path)), replica)
	}
	return a.sync(ctx, p.Feed(snapshots(path)), replica, c.Full)
}

func (a *app) sync(ctx context.Context, f pipeline.Feed, r *neo4j.Store, full bool) error {
	bar := a.progress()
	stop := context.AfterFunc(ctx, func() { a.say("interrupting") })
	defer stop()
	opt := pipeline.SyncOptions{Full: full, Log: a.log, Progress: bar.event}
	report, err := pipeline.Sync(ctx, f, r, opt)
	bar.done()
	if err != nil && ctx.Err() == nil {
		return err
	}
	return errors.Join(a.shipped(report), err)
}

// A tally is what a sync wrote, nodes and relationships apart and together.
type tally struct {
	Created int `json:"created"`
	Set     int `json:"set"`
	Deleted int `json:"deleted"`
}

func (a *app) shipped(r pipeline.SyncReport) error {
	nodes := tally{r.NodesCreated, r.NodesSet, r.NodesDeleted}
	edges := tally{r.EdgesCreated, r.EdgesSet, r.EdgesDeleted}
	all := tally{
		nodes.Created + edges.Created, nodes.Set + edges.Set, nodes.Deleted + edges.Deleted,
	}
	if a.JSON {
		return a.json(struct {
			tally
			Nodes         tally `json:"nodes"`
			Relationships tally `json:"relationships"`
			Whole         bool  `json:"whole"`
		}{all, nodes, edges, r.Whole})
	}
	a.printf("%s\n", a.text("sync.done", all.Created, all.Set, all.Deleted))
	if all != (tally{}) {
		a.printf("%s\n", a.text("sync.nodes", nodes.Created, nodes.Set, nodes.Deleted))
		a.printf("%s\n", a.text("sync.edges", edges.Created, edges.Set, edges.Deleted))
	}
	return nil
}

// compare tells whether the Neo4j is an exact copy; it is a failure when not.
func (a *app) compare(ctx context.Context, f pipeline.Feed, r *neo4j.Store) error {
	report, err := pipeline.Check(ctx, f, r)
	if err != nil {
		return err
	}
	if a.JSON {
		err = a.json(report)
	} else {
		a.differences(report)
	}
	if err == nil && !report.Equal() {
		a.log.Error(a.text("sync.differs"))
		return errReported
	}
	return err
}

func (a *app) differences(r pipeline.CheckReport) {
	a.printf("%s\n", a.text("sync.compared", r.Nodes, r.Edges, r.Missing, r.Extra, r.Differing))
	for _, d := range r.First {
		what := string(d.Node.Label) + " " + d.Node.ID
		if d.Node.ID == "" {
			what = arrow(d.Edge.From.ID, d.Edge.Type, d.Edge.Kind, d.Edge.To.ID)
		}
		a.printf("  %s  %s\n", a.text("sync."+d.What), plain(what))
	}
}

// snapshots opens moments of the graph in the database.
func snapshots(path string) func(context.Context) (pipeline.OpenSnapshot, error) {
	return func(ctx context.Context) (pipeline.OpenSnapshot, error) { return snapshot(ctx, path) }
}

func snapshot(ctx context.Context, path string) (pipeline.OpenSnapshot, error) {
	store, err := sqlite.Open(path)
	if err != nil {
		return nil, err
	}
	snap, err := store.Snapshot(ctx)
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return feedSnapshot{snap, store}, nil
}

// A feedSnapshot closes the store that it was opened for.
type feedSnapshot struct {
	*sqlite.Snapshot
	store *sqlite.Store
}

func (s feedSnapshot) Close() error { return errors.Join(s.Snapshot.Close(), s.store.Close()) }
