package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A Kind says what a failure means for the person who reads of it.
type Kind string

const (
	OK          Kind = ""
	Canceled    Kind = "canceled"
	BadURL      Kind = "bad_url"
	Auth        Kind = "auth"         // user or password refused
	RateLimit   Kind = "rate_limit"   // too many wrong passwords
	Forbidden   Kind = "forbidden"    // logged in, but may not do that
	Unavailable Kind = "unavailable"  // not reached, or lost
	NoDatabase  Kind = "no_database"  // the named database does not exist
	ReadOnly    Kind = "read_only"    // the database or this member takes no writes
	TooOld      Kind = "too_old"      // an older Neo4j
	NotNeo4j    Kind = "not_neo4j"    // something else answers Bolt
	NotSynced   Kind = "not_synced"   // no vnlex sync has prepared it
	NewerSchema Kind = "newer_schema" // a newer vnlex has
	Altered     Kind = "altered"      // a migration is not the one that ran
	Superseded  Kind = "superseded"   // another sync took over
	Conflict    Kind = "conflict"     // a constraint
	Timeout     Kind = "timeout"
	Transient   Kind = "transient" // gone when tried again
	Bug         Kind = "bug"       // a statement of ours is refused
	Full        Kind = "full"      // memory or disk of the server
	Server      Kind = "server"    // anything else that the server says
	Unknown     Kind = "unknown"
)

// An Error is a failure of a Neo4j. Its text says what failed, where, and what
// to do; a password is never part of it.
type Error struct {
	Kind    Kind
	Op      string // "connect to", "read", "write" …
	Address string // without user and password
	Err     error
}

func (e *Error) Unwrap() error { return e.Err }

func (e *Error) Error() string {
	text := fmt.Sprintf("%s Neo4j at %s: %s", e.Op, e.Address, cause(e.Err))
	if advice := advices[e.Kind]; advice != "" {
		text += "; " + advice
	}
	return text
}

var advices = map[Kind]string{
	Auth:        "check the user in the URL and the password in VNLEX_NEO4J_PASSWORD",
	RateLimit:   "wait a minute before the next try",
	Forbidden:   "use a user that may write and change the schema",
	Unavailable: "check that the server runs and that host and port are right, then do the same again: what was done is kept",
	NoDatabase:  "name an existing database at the end of the URL, or none for the default",
	ReadOnly:    "write to the leader of the cluster (neo4j:// finds it) or make the database writable",
	TooOld:      "vnlex needs Neo4j 5.26 or later",
	NotNeo4j:    "vnlex needs Neo4j 5.26 or later",
	NotSynced:   "fill it with vnlex sync first",
	NewerSchema: "use the vnlex that prepared it, or a later one",
	Altered:     "use the vnlex that prepared it, or an empty database",
	Superseded:  "nothing is lost: the other one ships the rest",
	Conflict:    "use an empty database, or take the doubles out of this one",
	Timeout:     "the server is busy: do the same again, what was done is kept",
	Transient:   "do the same again, what was done is kept",
	Full:        "give the server more memory or disk, then do the same again",
	Bug:         "please report this with the version of the server",
}

// errLate tells that a deadline of ours has passed.
var errLate = errors.New("no answer in time")

// Classify tells what err, returned by the driver under ctx, means. The state
// of ctx is asked first: the driver hides an ended context behind errors of
// its own, and two of its types have no Unwrap.
func Classify(ctx context.Context, err error) Kind {
	var own *Error
	switch {
	case err == nil:
		return OK
	case errors.As(err, &own):
		return own.Kind
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return Timeout
	case ctx.Err() != nil:
		return Canceled
	case errors.Is(err, errLate):
		return Timeout
	}
	err = last(err)
	var said *driver.Neo4jError
	if errors.As(err, &said) {
		return classifyCode(said.Code)
	}
	var lost *driver.ConnectivityError
	var token *driver.TokenExpiredError
	var invalid *driver.InvalidAuthenticationError
	switch {
	case errors.As(err, &token), errors.As(err, &invalid):
		return Auth
	case errors.As(err, &lost):
		return Unavailable
	}
	return Unknown
}

// classifyCode goes by the code: the GQL status differs between the lines.
func classifyCode(code string) Kind {
	for _, c := range codes {
		if strings.HasPrefix(code, c.prefix) {
			return c.kind
		}
	}
	return Server
}

// codes is searched from the top; the special stands before the general.
var codes = []struct {
	prefix string
	kind   Kind
}{
	{"Neo.ClientError.Security.AuthenticationRateLimit", RateLimit},
	{"Neo.ClientError.Security.Forbidden", Forbidden},
	{"Neo.ClientError.Security.", Auth},
	{"Neo.ClientError.Database.DatabaseNotFound", NoDatabase},
	{"Neo.TransientError.Database.DatabaseUnavailable", Unavailable},
	{"Neo.ClientError.Cluster.NotALeader", ReadOnly},
	{"Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", ReadOnly},
	{"Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", ReadOnly},
	{"Neo.ClientError.Statement.AccessMode", ReadOnly},
	{"Neo.ClientError.Schema.Constraint", Conflict},
	{"Neo.DatabaseError.Schema.ConstraintCreationFailed", Conflict},
	{"Neo.ClientError.Procedure.ProcedureNotFound", TooOld},
	{"Neo.ClientError.Statement.", Bug},
	{"Neo.ClientError.Transaction.TransactionTimedOut", Timeout},
	{"Neo.ClientError.Transaction.LockClientStopped", Timeout},
	{"Neo.TransientError.Transaction.LockAcquisitionTimeout", Timeout},
	{"Neo.TransientError.General.OutOfMemoryError", Full},
	{"Neo.TransientError.General.MemoryPoolOutOfMemoryError", Full},
	{"Neo.TransientError.General.TransactionOutOfMemoryError", Full},
	{"Neo.ClientError.General.TransactionOutOfMemoryError", Full},
	{"Neo.DatabaseError.General.StorageDamageDetected", Full},
	{"Neo.TransientError.", Transient},
}

// last returns the error that ended a series of tries.
func last(err error) error {
	var limit *driver.TransactionExecutionLimit
	if errors.As(err, &limit) && len(limit.Errors) > 0 {
		return limit.Errors[len(limit.Errors)-1]
	}
	return err
}

// outcomeUnknown reports whether the connection was lost while a transaction
// committed: it may have, or not. The driver has no public type for that.
func outcomeUnknown(err error) bool {
	var lost *driver.ConnectivityError
	return errors.As(err, &lost) && lost.Inner != nil &&
		strings.HasPrefix(lost.Inner.Error(), "Connection lost during commit")
}

// cause returns the part of an error of the driver that tells something new.
func cause(err error) string {
	err = last(err)
	var said *driver.Neo4jError
	var lost *driver.ConnectivityError
	switch {
	case errors.As(err, &said):
		return fmt.Sprintf("%s (%s)", strings.TrimSuffix(said.Msg, "."), said.Code)
	case errors.As(err, &lost) && lost.Inner != nil:
		return lost.Inner.Error()
	}
	return err.Error()
}
