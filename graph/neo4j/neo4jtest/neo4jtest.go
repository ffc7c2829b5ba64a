// Package neo4jtest runs real Neo4j servers for tests, without Docker.
//
// A server is built from the jars that its makers publish on Maven Central and
// runs in a JVM of its own. It is started once per test binary and line, and
// ends with it. NEO4J_TEST_URI (and NEO4J_TEST_USER, NEO4J_TEST_PASSWORD) names
// a server that runs already and may be wiped; it is then used instead.
package neo4jtest

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
)

// The lines of Neo4j that vnlex is tested against.
const (
	LTS    = "5.26.26"   // needs Java 17 or 21
	Latest = "2026.09.0" // needs Java 25
)

// Lines returns the lines under test, the oldest first.
func Lines() []string { return []string{LTS, Latest} }

// A Server answers Bolt on loopback.
type Server struct {
	Line     string // version
	URI      string // bolt://127.0.0.1:PORT
	User     string
	Password string

	process *process // nil when it was given by NEO4J_TEST_URI
}

var shared struct {
	sync.Mutex
	servers map[string]*Server
	reasons map[string]error
}

// Main runs the tests of a package and ends the servers that they started.
func Main(m *testing.M) int {
	defer stopShared()
	return m.Run()
}

// Each runs test once for every line, on a server that holds nothing.
func Each(t *testing.T, test func(t *testing.T, s *Server)) {
	for _, line := range Lines() {
		t.Run(line, func(t *testing.T) { test(t, Start(t, line)) })
	}
}

// Start returns the server of a line that the tests of this binary share,
// wiped. Where none can be had the test is skipped, and fails in CI.
func Start(t testing.TB, line string) *Server {
	t.Helper()
	_, steady := t.(*testing.B)
	s, err := share(line, steady)
	if err != nil {
		giveUp(t, line, err)
	}
	if err := s.wipe(t.Context()); err != nil {
		t.Fatalf("wipe neo4j %s: %v", line, err)
	}
	return s
}

// StartOwn starts a server of the test's own, which the test may Kill and
// Restart.
func StartOwn(t testing.TB, line string) *Server {
	t.Helper()
	s, err := launch(line, false)
	if err != nil {
		giveUp(t, line, err)
	}
	t.Cleanup(s.stop)
	return s
}

func giveUp(t testing.TB, line string, err error) {
	t.Helper()
	if os.Getenv("CI") == "true" && !errors.Is(err, errGiven) {
		t.Fatalf("no Neo4j %s: %v", line, err)
	}
	t.Skipf("no Neo4j %s: %v", line, err)
}

// errGiven tells that a line is not tested because a server was given.
var errGiven = errors.New("NEO4J_TEST_URI names one server, which stands for " + LTS)

func share(line string, steady bool) (*Server, error) {
	shared.Lock()
	defer shared.Unlock()
	if s := shared.servers[line]; s != nil {
		return s, nil
	}
	if err := shared.reasons[line]; err != nil {
		return nil, err
	}
	s, err := obtain(line, steady)
	if err != nil {
		remember(&shared.reasons, line, err)
		return nil, err
	}
	remember(&shared.servers, line, s)
	return s, nil
}

func remember[V any](m *map[string]V, line string, v V) {
	if *m == nil {
		*m = map[string]V{}
	}
	(*m)[line] = v
}

func obtain(line string, steady bool) (*Server, error) {
	uri := os.Getenv("NEO4J_TEST_URI")
	if uri == "" {
		return launch(line, steady)
	}
	if line != LTS {
		return nil, errGiven
	}
	if err := claimGiven(); err != nil {
		return nil, err
	}
	return &Server{Line: line, URI: uri, User: os.Getenv("NEO4J_TEST_USER"),
		Password: os.Getenv("NEO4J_TEST_PASSWORD")}, nil
}

func stopShared() {
	shared.Lock()
	defer shared.Unlock()
	for _, s := range shared.servers {
		s.stop()
	}
	shared.servers = nil
}

func (s *Server) stop() {
	if s.process != nil {
		s.process.stop()
	}
}

// Kill ends the server at once, as a power cut would. Its data stay.
func (s *Server) Kill() { s.process.kill() }

// Restart starts a killed server again, with its data and at its address.
func (s *Server) Restart() error {
	if err := s.process.start(); err != nil {
		return fmt.Errorf("restart neo4j %s: %w", s.Line, err)
	}
	return nil
}

// URL returns the address as a user of vnlex writes it.
func (s *Server) URL() string {
	scheme, rest, _ := strings.Cut(s.URI, "://")
	if s.User == "" {
		return s.URI
	}
	return scheme + "://" + s.User + "@" + rest
}
