package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"time"

	"vnlex/cmd/internal/render"
	"vnlex/graph"
	"vnlex/pipeline"
	"vnlex/pipeline/ledger"
	"vnlex/pipeline/page/browser"
	processes "vnlex/pipeline/page/child"
	"vnlex/pipeline/page/pdf"
)

// A doctorCmd tells what is installed, reachable and sound, and what to do.
type doctorCmd struct{}

// A finding is the outcome of looking at one part.
type finding struct {
	Part   string `json:"part"`
	State  string `json:"state"` // ok, absent (does no harm), broken
	Detail string `json:"detail,omitempty"`
	Do     string `json:"do,omitempty"`
}

func (doctorCmd) Run(ctx context.Context, a *app) error {
	found := a.lookAtDatabase(ctx)
	if a.Graph != "" {
		found = append(found, a.lookAtServer(ctx))
	}
	found = append(found,
		a.lookForProgram(ctx, "doctor.pdf", "-v", pdf.Program),
		a.lookForProgram(ctx, "doctor.browser", "--version", browser.Names...),
	)
	if err := a.findings(found); err != nil {
		return err
	}
	if slices.ContainsFunc(found, func(f finding) bool { return f.State == "broken" }) {
		return errReported
	}
	return nil
}

func (a *app) findings(found []finding) error {
	if a.JSON {
		return a.json(map[string][]finding{"findings": found})
	}
	t := render.Table{Head: a.heads("part", "state", "detail"), Long: []int{2}}
	for _, f := range found {
		detail := strings.Join(filled(f.Detail, f.Do), "; ")
		t.Rows = append(t.Rows, []string{f.Part, a.text("doctor." + f.State), detail})
	}
	t.Text(a.stdout, a.width(), a.style())
	return nil
}

// lookAtDatabase looks whether the file is sound and nothing in it is left undone.
func (a *app) lookAtDatabase(ctx context.Context) []finding {
	part := a.text("doctor.database")
	h, err := a.health(ctx)
	var e *ledger.Error
	switch {
	case errors.As(err, &e) && e.Code == ledger.Missing:
		return []finding{{part, "absent", e.Path, a.text("doctor.make")}}
	case err != nil:
		return []finding{{part, "broken", a.explain(err), ""}}
	}
	detail := a.text("doctor.sound", h.Path, h.Schema, h.Pages, h.Failed, h.Size)
	found := []finding{{part, "ok", detail, ""}}
	if len(h.Integrity) > 0 {
		found[0].State, found[0].Detail = "broken", strings.Join(h.Integrity, "; ")
		found[0].Do = a.text("doctor.restore")
	}
	if h.Marks > 0 {
		found = append(found, finding{
			a.text("doctor.marks"), "broken", fmt.Sprint(h.Marks), a.text("doctor.settle"),
		})
	}
	return found
}

func (a *app) health(ctx context.Context) (pipeline.Health, error) {
	p, err := a.ledger()
	if err != nil {
		return pipeline.Health{}, err
	}
	defer p.Close()
	return p.Health(ctx)
}

// lookAtServer looks whether the Neo4j of --graph answers and has come as far as
// the database.
func (a *app) lookAtServer(ctx context.Context) finding {
	s, err := a.neo4j(ctx, string(a.Graph))
	if err != nil {
		return finding{"Neo4j", "broken", a.explain(err), ""}
	}
	defer s.Close()
	f := finding{"Neo4j", "ok", s.Version() + ", " + s.Address(), ""}
	state, err := s.State(ctx)
	if err != nil {
		f.State, f.Detail = "broken", a.explain(err)
		return f
	}
	behind, err := a.behind(ctx, state)
	switch {
	case err != nil:
		f.State, f.Detail = "broken", a.explain(err)
	case behind != 0:
		f.State, f.Do = "broken", a.text("doctor.sync", behind)
	}
	return f
}

// behind counts the buckets in which a replica stands elsewhere than the
// database; all of them when it holds another graph. Without a database there is
// nothing to stand behind.
func (a *app) behind(ctx context.Context, state graph.State) (int, error) {
	path, err := a.databasePath()
	if err != nil {
		return 0, err
	}
	var e *ledger.Error
	if err := sound(ctx, path); errors.As(err, &e) && e.Code == ledger.Missing {
		return 0, nil
	}
	snap, err := snapshot(ctx, path)
	if err != nil {
		return 0, err
	}
	defer snap.Close()
	heads, err := snap.Heads(ctx)
	n := 0
	for bucket, head := range heads {
		if state.Generation != snap.Generation() || state.Cursors[bucket] != head {
			n++
		}
	}
	return n, err
}

// lookForProgram looks for one of several programs; vnlex does without.
func (a *app) lookForProgram(ctx context.Context, what, ask string, names ...string) finding {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			detail := strings.Join(filled(versionOf(ctx, path, ask), path), ", ")
			return finding{names[0], "ok", detail, ""}
		}
	}
	return finding{names[0], "absent", "", a.text(what)}
}

// versionOf is the line in which a program says its version, "" if it does not.
func versionOf(ctx context.Context, path, ask string) string {
	lim := processes.Limits{Time: 10 * time.Second, Output: 4 << 10}
	said, err := processes.Run(ctx, lim, nil, path, ask)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(said.Out) + "\n" + said.Errors) {
		if strings.ContainsAny(line, "0123456789") && !strings.Contains(line, ": ") {
			return strings.TrimSpace(line)
		}
	}
	return ""
}
