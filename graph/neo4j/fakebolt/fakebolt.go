// Package fakebolt is a scripted peer that speaks Bolt 5.4, for faults that a
// real Neo4j cannot be made to show: a dropped socket, a deadlock twice, a
// connection lost during a commit.
package fakebolt

import (
	"net"
	"sync"
	"testing"
)

// The names of calls that are not statements.
const (
	Hello    = ":hello"
	Begin    = ":begin"
	Commit   = ":commit"
	Rollback = ":rollback"
)

// A Call is a statement, or one of the names above, as the driver sent it.
type Call struct {
	Query  string
	Params map[string]any
	Extra  map[string]any // of a statement or Begin: tx_timeout, mode, db …
}

// A Reply is what a call is answered with. The zero Reply is success.
type Reply struct {
	Keys  []string
	Rows  [][]any
	Stats map[string]any // "nodes-created" …
	Agent string         // of Hello; empty: Neo4j/5.26.0

	Code, Message string // not empty: a failure
	Drop          bool   // the socket is closed instead of an answer
	Hang          <-chan struct{}
}

// A Server answers calls by a script.
type Server struct {
	listener net.Listener
	script   func(Call) Reply

	mu    sync.Mutex
	calls []Call
}

// Start starts a server that ends with the test.
func Start(t testing.TB, script func(Call) Reply) *Server {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{listener: l, script: script}
	t.Cleanup(func() { l.Close() })
	go s.accept()
	return s
}

// Addr returns host and port.
func (s *Server) Addr() string { return s.listener.Addr().String() }

// Calls returns what has been called so far.
func (s *Server) Calls() []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Call(nil), s.calls...)
}

func (s *Server) accept() {
	for {
		c, err := s.listener.Accept()
		if err != nil {
			return
		}
		go func() {
			defer c.Close()
			newConversation(s, c).run()
		}()
	}
}

func (s *Server) answer(c Call) Reply {
	s.mu.Lock()
	s.calls = append(s.calls, c)
	s.mu.Unlock()
	return s.script(c)
}
