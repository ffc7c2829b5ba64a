package neo4j

import (
	"context"
	"errors"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"vnlex/graph"
	"vnlex/graph/neo4j/fakebolt"
)

// peer starts a scripted peer that holds the epoch "mine"; script may answer
// before it does.
func peer(t *testing.T, script func(fakebolt.Call) (fakebolt.Reply, bool)) *fakebolt.Server {
	return fakebolt.Start(t, func(c fakebolt.Call) fakebolt.Reply {
		if r, ok := script(c); ok {
			return r
		}
		switch {
		case strings.Contains(c.Query, "s.epoch AS epoch"):
			return fakebolt.Reply{Keys: []string{"epoch"}, Rows: [][]any{{"mine"}}}
		case strings.Contains(c.Query, "MERGE (n:Document"):
			return fakebolt.Reply{Stats: map[string]any{"nodes-created": int64(1)}}
		}
		return fakebolt.Reply{}
	})
}

func nothing(fakebolt.Call) (fakebolt.Reply, bool) { return fakebolt.Reply{}, false }

// failing answers every call of that name with a code.
func failing(query, code string) func(fakebolt.Call) (fakebolt.Reply, bool) {
	return func(c fakebolt.Call) (fakebolt.Reply, bool) {
		return fakebolt.Reply{Code: code, Message: "the server says so."}, strings.Contains(c.Query, query)
	}
}

func openPeer(t *testing.T, s *fakebolt.Server) *Store {
	t.Helper()
	store, err := Open(t.Context(), Config{URL: "bolt://" + s.Addr(), Timeout: 5 * time.Second,
		Retry: 4 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

var shipment = graph.Shipment{Delta: graph.Delta{Nodes: []graph.Node{&graph.Document{Key: "vn:a"}}}}

// mustFail checks what kind of failure err is, and what it says.
func mustFail(t *testing.T, err error, kind Kind, says ...string) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Kind != kind {
		t.Fatalf("error %v, want one of kind %s", err, kind)
	}
	for _, s := range says {
		if !strings.Contains(err.Error(), s) {
			t.Errorf("error %q does not say %q", err, s)
		}
	}
}

func TestOpenFails(t *testing.T) {
	tests := []struct {
		name   string
		script func(fakebolt.Call) (fakebolt.Reply, bool)
		kind   Kind
		says   string
	}{
		{"wrong password", failing(fakebolt.Hello, "Neo.ClientError.Security.Unauthorized"), Auth, "VNLEX_NEO4J_PASSWORD"},
		{"too many wrong passwords", failing(fakebolt.Hello, "Neo.ClientError.Security.AuthenticationRateLimit"), RateLimit, "wait"},
		{"no such database", failing("VnlexMigration", "Neo.ClientError.Database.DatabaseNotFound"), NoDatabase, "existing database"},
		{"database stopped", failing("VnlexMigration", "Neo.ClientError.Database.DatabaseUnavailable"), Server, "the server says so"},
		{"4.4", agent("Neo4j/4.4.38"), TooOld, "5.26 or later"},
		{"5.12", agent("Neo4j/5.12.0"), TooOld, "5.26 or later"},
		{"Memgraph", agent("Neo4j/v5.11.0 compatible graph database server - Memgraph"), NotNeo4j, "Memgraph"},
		{"another", agent("Other/1.0"), NotNeo4j, "Other/1.0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := peer(t, tt.script)
			_, err := Open(t.Context(), Config{URL: "bolt://ann@" + s.Addr() + "/laws", Password: "hidden-word"})
			mustFail(t, err, tt.kind, tt.says, s.Addr()+"/laws")
			if strings.Contains(err.Error(), "hidden-word") || strings.Contains(err.Error(), "ann@") {
				t.Errorf("error %q tells who logs in", err)
			}
		})
	}
}

func agent(name string) func(fakebolt.Call) (fakebolt.Reply, bool) {
	return func(c fakebolt.Call) (fakebolt.Reply, bool) {
		return fakebolt.Reply{Agent: name}, c.Query == fakebolt.Hello
	}
}

func TestOpenTakesNewerServers(t *testing.T) {
	for _, name := range []string{"Neo4j/5.26.0", "Neo4j/5.27-aura", "Neo4j/2026.09.0", "Neo4j/6.0.0"} {
		s := peer(t, agent(name))
		if store := openPeer(t, s); "Neo4j/"+store.Version() != name {
			t.Errorf("Version() of %s = %q", name, store.Version())
		}
	}
}

func TestOpenWhereNobodyAnswers(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close() // nobody listens there now

	ctx, cancel := context.WithTimeout(t.Context(), time.Minute) // of a wait without end
	defer cancel()
	for _, scheme := range []string{"bolt://", "neo4j://"} {
		_, err = Open(ctx, Config{URL: scheme + l.Addr().String()})
		mustFail(t, err, Unavailable, "check that the server runs", l.Addr().String())
	}
}

func TestTransactionSaysWhoAndHowLong(t *testing.T) {
	s := peer(t, nothing)
	store, err := Open(t.Context(), Config{URL: "bolt://" + s.Addr() + "/laws", Timeout: 7 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if _, err := store.Ship(t.Context(), "mine", shipment); err != nil {
		t.Fatal(err)
	}
	var last fakebolt.Call
	for _, c := range s.Calls() {
		if c.Query == fakebolt.Begin {
			last = c
		}
	}
	app, _ := last.Extra["tx_metadata"].(map[string]any)
	if last.Extra["tx_timeout"] != int64(7000) || last.Extra["db"] != "laws" || app["app"] != "vnlex" {
		t.Errorf("BEGIN carries %v, want the timeout of 7 s, the database and the program", last.Extra)
	}
}

func TestShipSurvivesDeadlocks(t *testing.T) {
	t.Parallel() // the driver waits 2 s, then 4 s
	var n atomic.Int32
	store := openPeer(t, peer(t, func(c fakebolt.Call) (fakebolt.Reply, bool) {
		if !strings.Contains(c.Query, "MERGE (n:Document") || n.Add(1) > 2 {
			return fakebolt.Reply{}, false
		}
		return fakebolt.Reply{Code: "Neo.TransientError.Transaction.DeadlockDetected", Message: "deadlock"}, true
	}))
	stats, err := store.Ship(t.Context(), "mine", shipment)
	if err != nil || stats.NodesCreated != 1 {
		t.Errorf("Ship = %+v, %v, want one node created", stats, err)
	}
}

// TestShipSurvivesDroppedSocket drops the connection once. Lost in a commit,
// the driver does not try again, since the outcome is unknown; Ship may.
func TestShipSurvivesDroppedSocket(t *testing.T) {
	for _, where := range []string{fakebolt.Begin, "s.locked", "MERGE (n:Document", fakebolt.Commit} {
		t.Run(where, func(t *testing.T) {
			var on, dropped atomic.Bool
			store := openPeer(t, peer(t, func(c fakebolt.Call) (fakebolt.Reply, bool) {
				hit := on.Load() && strings.Contains(c.Query, where) && dropped.CompareAndSwap(false, true)
				return fakebolt.Reply{Drop: true}, hit
			}))
			on.Store(true)
			stats, err := store.Ship(t.Context(), "mine", shipment)
			if err != nil || stats.NodesCreated != 1 || !dropped.Load() {
				t.Errorf("Ship = %+v, %v, want one node created", stats, err)
			}
		})
	}
}

func TestShipWhereEveryCommitIsLost(t *testing.T) {
	var on atomic.Bool
	store := openPeer(t, peer(t, func(c fakebolt.Call) (fakebolt.Reply, bool) {
		return fakebolt.Reply{Drop: true}, on.Load() && c.Query == fakebolt.Commit
	}))
	on.Store(true)
	_, err := store.Ship(t.Context(), "mine", shipment)
	mustFail(t, err, Unavailable, "lost during commit", "what was done is kept")
}

func TestShipFails(t *testing.T) {
	tests := []struct {
		name, query, code string
		kind              Kind
		says              string
	}{
		{"read only", "MERGE (n:Document", "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", ReadOnly, "writable"},
		{"follower", "MERGE (n:Document", "Neo.ClientError.Cluster.NotALeader", ReadOnly, "leader"},
		{"may not write", "MERGE (n:Document", "Neo.ClientError.Security.Forbidden", Forbidden, "user that may write"},
		{"constraint", "MERGE (n:Document", "Neo.ClientError.Schema.ConstraintValidationFailed", Conflict, "the server says so"},
		{"server timeout", "MERGE (n:Document", "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", Timeout, "busy"},
		{"bad statement", "MERGE (n:Document", "Neo.ClientError.Statement.SyntaxError", Bug, "report"},
		{"out of memory", "MERGE (n:Document", "Neo.ClientError.General.TransactionOutOfMemoryError", Full, "memory"},
		{"disk full", fakebolt.Commit, "Neo.DatabaseError.Transaction.TransactionCommitFailed", Server, "the server says so"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var on atomic.Bool
			script := failing(tt.query, tt.code)
			s := peer(t, func(c fakebolt.Call) (fakebolt.Reply, bool) {
				r, ok := script(c)
				return r, ok && on.Load()
			})
			store := openPeer(t, s)
			on.Store(true)
			_, err := store.Ship(t.Context(), "mine", shipment)
			mustFail(t, err, tt.kind, tt.says, s.Addr())
		})
	}
}

func TestShipAfterAnotherTookOver(t *testing.T) {
	store := openPeer(t, peer(t, nothing))
	_, err := store.Ship(t.Context(), "an older epoch", shipment)
	mustFail(t, err, Superseded, "another sync")
}

// TestEndedContext ends the context while the server hangs: the driver says
// neither context.Canceled nor context.DeadlineExceeded.
func TestEndedContext(t *testing.T) {
	hang := make(chan struct{})
	defer close(hang)
	store := openPeer(t, peer(t, func(c fakebolt.Call) (fakebolt.Reply, bool) {
		return fakebolt.Reply{Hang: hang}, strings.Contains(c.Query, "CARRIES")
	}))
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	_, err := store.Uncarried(ctx)
	mustFail(t, err, Timeout, "busy")

	ctx, cancel = context.WithCancel(t.Context())
	time.AfterFunc(200*time.Millisecond, cancel)
	if _, err := store.Uncarried(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Uncarried of a cancelled context = %v, want %v", err, context.Canceled)
	}
}
