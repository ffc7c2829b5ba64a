package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// givenMutex is held, as a listening port, by the test binary that uses the
// given server: packages are tested side by side, and each wipes it.
const givenMutex = "127.0.0.1:47687"

func claimGiven() error {
	for end := time.Now().Add(10 * time.Minute); time.Now().Before(end); {
		if _, err := net.Listen("tcp", givenMutex); err == nil {
			return nil
		}
		time.Sleep(200 * time.Millisecond)
	}
	return errors.New("the server of NEO4J_TEST_URI is in use: " + givenMutex + " stays taken")
}

// Driver returns a driver for the server; the caller closes it.
func (s *Server) Driver() (neo4j.DriverWithContext, error) {
	auth := neo4j.NoAuth()
	if s.User != "" {
		auth = neo4j.BasicAuth(s.User, s.Password, "")
	}
	return neo4j.NewDriverWithContext(s.URI, auth)
}

// Run runs one statement by the bare driver and returns its result.
func (s *Server) Run(ctx context.Context, query string, params map[string]any) (*neo4j.EagerResult, error) {
	d, err := s.Driver()
	if err != nil {
		return nil, err
	}
	defer d.Close(ctx)
	return neo4j.ExecuteQuery(ctx, d, query, params, neo4j.EagerResultTransformer,
		neo4j.ExecuteQueryWithDatabase("neo4j"))
}

// LastTransaction names the last transaction that changed the database: it
// stays the same while nothing is written, and only then.
func (s *Server) LastTransaction(ctx context.Context) (string, error) {
	d, err := s.Driver()
	if err != nil {
		return "", err
	}
	defer d.Close(ctx)
	session := d.NewSession(ctx, neo4j.SessionConfig{DatabaseName: "neo4j", AccessMode: neo4j.AccessModeRead})
	defer session.Close(ctx)
	result, err := session.Run(ctx, "RETURN 1", nil)
	if err != nil {
		return "", err
	}
	if _, err := result.Consume(ctx); err != nil {
		return "", err
	}
	return fmt.Sprint(neo4j.BookmarksToRawValues(session.LastBookmarks())), nil
}

// Clear deletes every node and relationship; the schema stays, and is noted
// as vnlex notes it.
func (s *Server) Clear(ctx context.Context) error {
	return s.deleteAll(ctx, "MATCH (n) WHERE NOT n:VnlexMigration WITH n LIMIT 5000 DETACH DELETE n")
}

// wipe deletes every node, relationship, constraint and index.
func (s *Server) wipe(ctx context.Context) error {
	if err := s.deleteAll(ctx, "MATCH (n) WITH n LIMIT 5000 DETACH DELETE n"); err != nil {
		return err
	}
	if err := s.dropAll(ctx, "CONSTRAINT", "SHOW CONSTRAINTS YIELD name"); err != nil {
		return err
	}
	return s.dropAll(ctx, "INDEX", "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")
}

// deleteAll runs a statement until it deletes nothing.
func (s *Server) deleteAll(ctx context.Context, statement string) error {
	for {
		r, err := s.Run(ctx, statement, nil)
		if err != nil || r.Summary.Counters().NodesDeleted() == 0 {
			return err
		}
	}
}

func (s *Server) dropAll(ctx context.Context, what, list string) error {
	r, err := s.Run(ctx, list, nil)
	if err != nil {
		return err
	}
	for _, row := range r.Records {
		name, _ := row.Values[0].(string)
		if _, err := s.Run(ctx, fmt.Sprintf("DROP %s `%s` IF EXISTS", what, name), nil); err != nil {
			return err
		}
	}
	return nil
}
