// Package neo4j keeps the graph in a Neo4j server, as a replica of the embedded
// one: nodes and relationships as a person would write them in Cypher, and
// beside them nodes VnlexSync (how far the replica has come) and VnlexMigration
// (its schema). What else the database holds is left alone.
package neo4j

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
)

// A Config says which database is meant. Only URL is needed.
type Config struct {
	URL      string        // bolt://, neo4j://, with +s or +ssc; USER@HOST:PORT/DATABASE
	Password string        // empty and no user in the URL: no authentication
	Timeout  time.Duration // of one transaction; 0: a minute
	Retry    time.Duration // how long it is tried again after a deadlock or a lost connection; 0: 15 s
	Log      *slog.Logger
}

// A Store is a graph in one database of a Neo4j.
type Store struct {
	driver   driver.DriverWithContext
	address  address
	database string
	timeout  time.Duration
	retry    time.Duration
	log      *slog.Logger
	version  string

	seen func(driver.ResultSummary) // for tests: the summary of every statement
}

// Time that a connection may take to be made, that Open may take, and that a
// transaction is tried again: the driver waits 2 s, then 4 s, then 8 s.
const (
	dialTime    = 5 * time.Second
	connectTime = 15 * time.Second
	retryTime   = 15 * time.Second
)

// Open connects to a database and makes sure that it is a Neo4j that vnlex can
// use. It writes nothing.
func Open(ctx context.Context, c Config) (*Store, error) {
	a, err := parseAddress(c.URL)
	if err != nil {
		return nil, &Error{Kind: BadURL, Op: "find", Address: "the given URL", Err: err}
	}
	d, err := driver.NewDriverWithContext(a.target, login(a.user, c.Password), c.settings)
	if err != nil {
		return nil, &Error{Kind: BadURL, Op: "connect to", Address: a.String(), Err: err}
	}
	s := &Store{driver: d, address: a, database: a.database, log: c.Log,
		timeout: cmp.Or(c.Timeout, time.Minute), retry: cmp.Or(c.Retry, retryTime)}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if err := s.connect(ctx); err != nil {
		d.Close(context.WithoutCancel(ctx))
		return nil, err
	}
	return s, nil
}

func login(user, password string) driver.AuthToken {
	if user == "" && password == "" {
		return driver.NoAuth()
	}
	return driver.BasicAuth(cmp.Or(user, "neo4j"), password, "")
}

func (o Config) settings(c *config.Config) {
	c.UserAgent = "vnlex"
	c.TelemetryDisabled = true
	c.MaxConnectionPoolSize = 16
	c.SocketConnectTimeout = dialTime
	c.ConnectionAcquisitionTimeout = 10 * time.Second
	c.MaxTransactionRetryTime = cmp.Or(o.Retry, retryTime)
	c.MaxConnectionLifetime = 30 * time.Minute
	c.ConnectionLivenessCheckTimeout = 2 * time.Minute
	c.NotificationsMinSeverity = notifications.WarningLevel
}

// connect asks the server who it is, and whether the database is there.
func (s *Store) connect(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, connectTime)
	defer cancel()
	if err := s.driver.VerifyConnectivity(ctx); err != nil {
		return s.fail(ctx, "connect to", err)
	}
	info, err := s.driver.GetServerInfo(ctx)
	if err != nil {
		return s.fail(ctx, "connect to", err)
	}
	if err := s.checkVersion(info.Agent()); err != nil {
		return err
	}
	return s.checkSchema(ctx)
}

// checkVersion takes the agent that the server calls itself: Neo4j/5.26.26.
// Others answer Bolt too, some of them with "Neo4j/v5.11.0 compatible …".
func (s *Store) checkVersion(agent string) error {
	name, version, _ := strings.Cut(agent, "/")
	major, rest, _ := strings.Cut(version, ".")
	minor, _, _ := strings.Cut(rest, ".")
	minor, _, _ = strings.Cut(minor, "-") // 5.27-aura
	year, err := strconv.Atoi(major)
	number, err2 := strconv.Atoi(minor)
	kind := NotNeo4j
	if name == "Neo4j" && err == nil && err2 == nil {
		s.version = version
		kind = TooOld
		if year > 5 || year == 5 && number >= 26 {
			return nil
		}
	}
	return &Error{Kind: kind, Op: "use", Address: s.address.String(),
		Err: fmt.Errorf("the server calls itself %q", agent)}
}

// Version returns the version of the server, such as 5.26.26.
func (s *Store) Version() string { return s.version }

// Address returns where the graph is, without user and password.
func (s *Store) Address() string { return s.address.String() }

// Close ends the connections.
func (s *Store) Close() error { return s.driver.Close(context.Background()) }

// fail makes an *Error of an error of the driver; an *Error stays as it is.
func (s *Store) fail(ctx context.Context, op string, err error) error {
	if err == nil {
		return nil
	}
	var own *Error
	if errors.As(err, &own) {
		return err
	}
	kind := Classify(ctx, err)
	if kind == Canceled {
		return fmt.Errorf("%s Neo4j at %s: %w", op, s.address, context.Cause(ctx))
	}
	return &Error{Kind: kind, Op: op, Address: s.address.String(), Err: err}
}
