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
	report, err := a.ship(ctx, f, r, full)
	if err != nil && ctx.Err() == nil {
		return err
	}
	return errors.Join(a.shipped(newShipment(report)), err)
}

// ship syncs, and shows how far it is.
func (a *app) ship(
	ctx context.Context, f pipeline.Feed, r *neo4j.Store, full bool,
) (pipeline.SyncReport, error) {
	bar := a.progress()
	defer bar.done()
	stop := context.AfterFunc(ctx, func() { a.say("interrupting") })
	defer stop()
	opt := pipeline.SyncOptions{Full: full, Log: a.log, Progress: bar.event}
	return pipeline.Sync(ctx, f, r, opt)
}

// A tally is what a sync wrote, nodes and relationships apart and together.
type tally struct {
	Created int `json:"created"`
	Set     int `json:"set"`
	Deleted int `json:"deleted"`
}

// A shipment is what a sync tells.
type shipment struct {
	tally
	Nodes         tally `json:"nodes"`
	Relationships tally `json:"relationships"`
	Whole         bool  `json:"whole"`
}

func newShipment(r pipeline.SyncReport) shipment {
	nodes := tally{r.NodesCreated, r.NodesSet, r.NodesDeleted}
	edges := tally{r.EdgesCreated, r.EdgesSet, r.EdgesDeleted}
	all := tally{
		nodes.Created + edges.Created, nodes.Set + edges.Set, nodes.Deleted + edges.Deleted,
	}
	return shipment{all, nodes, edges, r.Whole}
}

func (a *app) shipped(s shipment) error {
	if a.JSON {
		return a.json(s)
	}
	a.shippedText(s)
	return nil
}

func (a *app) shippedText(s shipment) {
	a.printf("%s\n", a.text("sync.done", s.Created, s.Set, s.Deleted))
	if s.tally != (tally{}) {
		n, r := s.Nodes, s.Relationships
		a.printf("%s\n", a.text("sync.nodes", n.Created, n.Set, n.Deleted))
		a.printf("%s\n", a.text("sync.edges", r.Created, r.Set, r.Deleted))
	}
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
