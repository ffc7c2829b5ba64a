package pipeline_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vnlex/graph"
	"vnlex/graph/export"
	"vnlex/graph/neo4j"
	"vnlex/graph/neo4j/neo4jtest"
	"vnlex/graph/sqlite"
	"vnlex/graph/storetest"
	"vnlex/pipeline"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Main(m)) }

func exported(t *testing.T, r graph.Reader) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.JSONL(t.Context(), r, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func mustCopy(t *testing.T, source *sqlite.Store, replica *neo4j.Store) {
	t.Helper()
	want, got := exported(t, source), exported(t, replica)
	if want != got {
		t.Fatalf("the replica is no copy:\n%s", firstDifference(want, got))
	}
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return "-" + w[i] + "\n+" + g[i]
		}
	}
	return "one is the beginning of the other"
}

func lastTransaction(t *testing.T, s *neo4jtest.Server) string {
	t.Helper()
	last, err := s.LastTransaction(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return last
}

// part is a random piece of a graph that is changed: taken out, or put back.
func part(rnd *rand.Rand, d graph.Delta) graph.Delta {
	var p graph.Delta
	for _, n := range d.Nodes {
		switch rnd.IntN(8) {
		case 0:
			p.GoneNodes = append(p.GoneNodes, n.Ref())
		case 1, 2:
			p.Nodes = append(p.Nodes, n)
		}
	}
	for _, e := range d.Edges {
		switch rnd.IntN(8) {
		case 0:
			p.GoneEdges = append(p.GoneEdges, e.EdgeRef)
		case 1, 2:
			changed := *e
			changed.Op = []string{"", "thay thế", "bãi bỏ"}[rnd.IntN(3)]
			p.Edges = append(p.Edges, &changed)
		}
	}
	return p
}

func mustApply(t *testing.T, s graph.Store, d graph.Delta) {
	t.Helper()
	if _, err := s.Apply(t.Context(), d); err != nil {
		t.Fatal(err)
	}
}

// Promise 2, of Neo4j: a second sync creates, sets and deletes nothing. The
// server itself is asked.
func TestPromise2Sync(t *testing.T) {
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		d := storetest.Random(1, 100)
		source, replica := embedded(t, d), openStore(t, s)
		first, err := pipeline.Sync(t.Context(), feedOf(source), replica, pipeline.SyncOptions{})
		if err != nil || first.NodesCreated == 0 || first.EdgesCreated == 0 || first.NodesSet+first.EdgesSet > 0 {
			t.Fatalf("the first Sync = %+v, %v", first, err)
		}
		mustCopy(t, source, replica)
		before := lastTransaction(t, s)
		second, err := pipeline.Sync(t.Context(), feedOf(source), replica, pipeline.SyncOptions{})
		if err != nil || second != (pipeline.SyncReport{}) {
			t.Errorf("the second Sync = %+v, %v, want nothing", second, err)
		}
		if after := lastTransaction(t, s); after != before {
			t.Errorf("the second sync wrote: the last transaction was %s and is %s", before, after)
		}
		full, err := pipeline.Sync(t.Context(), feedOf(source), replica, pipeline.SyncOptions{Full: true})
		if err != nil || full.Stats != (graph.Stats{}) {
			t.Errorf("Sync --full of an exact copy = %+v, %v, want nothing", full, err)
		}
	})
}

func TestSyncOfDeltas(t *testing.T) {
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		d := storetest.Random(1, 100)
		rnd := rand.New(rand.NewPCG(6, 6))
		source, replica := embedded(t, d), openStore(t, s)
		for i := range 4 {
			mustApply(t, source, part(rnd, d))
			report, err := pipeline.Sync(t.Context(), feedOf(source), replica, pipeline.SyncOptions{Batch: 100})
			if err != nil || report.Whole != (i == 0) {
				t.Fatalf("Sync %d = %+v, %v", i, report, err)
			}
			mustCopy(t, source, replica)
		}
	})
}

// TestSyncOfAnotherDatabase syncs a second database over the first, and the
// first again.
func TestSyncOfAnotherDatabase(t *testing.T) {
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		replica := openStore(t, s)
		one, two := embedded(t, storetest.Random(1, 100)), embedded(t, storetest.Random(2, 100))
		for i, source := range []*sqlite.Store{one, two, one} {
			report, err := pipeline.Sync(t.Context(), feedOf(source), replica, pipeline.SyncOptions{})
			if err != nil || !report.Whole {
				t.Fatalf("Sync %d = %+v, %v", i, report, err)
			}
			mustCopy(t, source, replica)
		}
	})
}

// TestSyncRepairsNeo4j spoils the replica in every way that a person may: types,
// values, doubles, nodes and relationships taken out.
func TestSyncRepairsNeo4j(t *testing.T) {
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		source, replica := embedded(t, storetest.Random(1, 100)), openStore(t, s)
		if _, err := pipeline.Sync(t.Context(), feedOf(source), replica, pipeline.SyncOptions{}); err != nil {
			t.Fatal(err)
		}
		for _, spoil := range []string{
			"MATCH (d:Document) WITH d ORDER BY d.key LIMIT 3 SET d.title = 7, d.sources = ['x'], d.place = 'nowhere'",
			"MATCH (d:Document) WITH d ORDER BY d.key DESC LIMIT 3 DETACH DELETE d",
			"MATCH ()-[r:CITES]->() WITH r ORDER BY r.confidence, elementId(r) LIMIT 5 SET r.quotes = ['one'], r.op = 'x'",
			"MATCH (a)-[r:CITES]->(b) WITH a, r, b ORDER BY a.key, b.key LIMIT 5 CREATE (a)-[s:CITES]->(b) SET s = properties(r)",
			"MATCH ()-[r:IMPLEMENTS]->() WITH r ORDER BY elementId(r) LIMIT 5 DELETE r",
			"CREATE (:Document {key: 'vn:a:stranger'})-[:CITES {kind: 'based_on'}]->(:Document {key: 'vn:b:stranger'})",
		} {
			if _, err := s.Run(t.Context(), spoil, nil); err != nil {
				t.Fatal(err)
			}
			report, err := pipeline.Check(t.Context(), feedOf(source), replica)
			if err != nil || report.Equal() || len(report.First) == 0 {
				t.Errorf("Check after %s = %+v, %v, want a difference", spoil, report, err)
			}
		}
		if _, err := pipeline.Sync(t.Context(), feedOf(source), replica, pipeline.SyncOptions{Full: true}); err != nil {
			t.Fatal(err)
		}
		mustCopy(t, source, replica)
		if report, err := pipeline.Check(t.Context(), feedOf(source), replica); err != nil || !report.Equal() || report.Unfinished {
			t.Errorf("Check = %+v, %v, want an exact copy", report, err)
		}
	})
}

// TestServerDisappears kills the server in the middle of a sync.
func TestServerDisappears(t *testing.T) {
	s := neo4jtest.StartOwn(t, neo4jtest.LTS)
	source := embedded(t, storetest.Random(1, 100))
	opt := pipeline.SyncOptions{Batch: 40, Progress: func(e pipeline.Event) {
		if e.Done > 200 {
			s.Kill()
		}
	}}
	_, err := pipeline.Sync(t.Context(), feedOf(source), openStore(t, s), opt)
	var e *neo4j.Error
	if !errors.As(err, &e) || e.Kind != neo4j.Unavailable {
		t.Fatalf("Sync = %v, want one of kind %s", err, neo4j.Unavailable)
	}
	if err := s.Restart(); err != nil {
		t.Fatal(err)
	}
	replica := openStore(t, s)
	if _, err := pipeline.Sync(t.Context(), feedOf(source), replica, pipeline.SyncOptions{}); err != nil {
		t.Fatal(err)
	}
	mustCopy(t, source, replica)
}

// syncChildEnv holds, for a child process that is killed: the database, the
// address and the password of the server.
const syncChildEnv = "VNLEX_TEST_SYNC"

// TestSyncChild is what the child process runs. It prints a line when it starts
// to sync and one after each transaction.
func TestSyncChild(t *testing.T) {
	at := strings.Split(os.Getenv(syncChildEnv), "|")
	if len(at) != 3 {
		t.Skip("only as a child of TestPromise3SyncKill")
	}
	source, err := sqlite.Open(at[0])
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close()
	replica, err := neo4j.Open(t.Context(), neo4j.Config{URL: at[1], Password: at[2]})
	if err != nil {
		t.Fatal(err)
	}
	defer replica.Close()
	os.Stdout.WriteString("step\n")
	opt := pipeline.SyncOptions{Batch: 40, Progress: func(pipeline.Event) { os.Stdout.WriteString("step\n") }}
	if _, err := pipeline.Sync(t.Context(), feedOf(source), replica, opt); err != nil {
		t.Fatal(err)
	}
}

// Promise 3, of Neo4j: whatever moment a sync is killed at, running it again
// comes to the end that an undisturbed one comes to.
func TestPromise3SyncKill(t *testing.T) {
	kills := map[string]int{neo4jtest.LTS: 20, neo4jtest.Latest: 10}
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		n := kills[s.Line]
		if long() {
			n = 30
		}
		testSyncKills(t, s, n)
	})
}

func testSyncKills(t *testing.T, s *neo4jtest.Server, n int) {
	k := &killing{t: t, server: s, rand: rand.New(rand.NewPCG(8, 8)), graph: storetest.Random(1, 100),
		path: filepath.Join(t.TempDir(), "graph.db")}
	k.source = embeddedAt(t, k.path, k.graph)
	whole, _ := k.run(never)
	mustApply(t, k.source, part(k.rand, k.graph))
	delta, _ := k.run(never)
	for round := 0; k.hit < n && round < 10*n; round++ {
		steps := delta
		if round%3 == 0 {
			steps = whole
			if err := s.Clear(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		k.round(steps)
	}
	if k.hit < n {
		t.Errorf("only %d of %d syncs were killed before they ended", k.hit, n)
	}
	t.Logf("%d syncs killed, of %d and %d steps", k.hit, whole, delta)
}

// A killing is a source that changes and a replica whose syncs are killed.
type killing struct {
	t      *testing.T
	server *neo4jtest.Server
	rand   *rand.Rand
	graph  graph.Delta
	path   string
	source *sqlite.Store
	hit    int
}

// round changes the source and kills syncs until one ends.
func (k *killing) round(steps int) {
	k.t.Helper()
	mustApply(k.t, k.source, part(k.rand, k.graph))
	for at := k.rand.IntN(steps); ; at += k.rand.IntN(steps) {
		if _, killed := k.run(at); !killed {
			break
		}
		k.hit++
	}
	replica := openStore(k.t, k.server)
	mustCopy(k.t, k.source, replica)
	report, err := pipeline.Sync(k.t.Context(), feedOf(k.source), replica, pipeline.SyncOptions{})
	if err != nil || report != (pipeline.SyncReport{}) {
		k.t.Fatalf("Sync = %+v, %v, want nothing to be due", report, err)
	}
}

const never = -1

// run starts a process that syncs, and kills it a moment after the step
// numbered at. It returns how many steps were made.
func (k *killing) run(at int) (steps int, killed bool) {
	k.t.Helper()
	self, err := os.Executable()
	if err != nil {
		k.t.Fatal(err)
	}
	cmd := exec.CommandContext(context.WithoutCancel(k.t.Context()), self, "-test.run=^TestSyncChild$")
	cmd.Env = append(os.Environ(), syncChildEnv+"="+strings.Join([]string{k.path, k.server.URL(), k.server.Password}, "|"))
	out, err := cmd.StdoutPipe()
	if err != nil {
		k.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		k.t.Fatal(err)
	}
	var said []string
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if said = append(said, lines.Text()); lines.Text() != "step" {
			continue
		}
		if steps == at {
			time.Sleep(time.Duration(k.rand.IntN(30)) * time.Millisecond)
			cmd.Process.Kill()
		}
		steps++
	}
	err = cmd.Wait()
	if cmd.ProcessState.Exited() && err != nil {
		k.t.Fatalf("child: %v: %q", err, said)
	}
	return steps, !cmd.ProcessState.Exited()
}
