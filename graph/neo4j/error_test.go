package neo4j

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestClassify(t *testing.T) {
	said := func(code string) error { return &driver.Neo4jError{Code: code, Msg: "m"} }
	lost := &driver.ConnectivityError{Inner: errors.New("refused")}
	tests := []struct {
		err  error
		want Kind
	}{
		{nil, OK},
		{said("Neo.ClientError.Security.Unauthorized"), Auth},
		{said("Neo.ClientError.Security.AuthenticationRateLimit"), RateLimit},
		{said("Neo.ClientError.Schema.ConstraintValidationFailed"), Conflict},
		{said("Neo.ClientError.Statement.SyntaxError"), Bug},
		{said("Neo.ClientError.Statement.AccessMode"), ReadOnly},
		{said("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"), Timeout},
		{said("Neo.TransientError.Transaction.DeadlockDetected"), Transient},
		{said("Neo.DatabaseError.General.UnknownError"), Server},
		{fmt.Errorf("while: %w", said("Neo.ClientError.Database.DatabaseNotFound")), NoDatabase},
		{lost, Unavailable},
		{&driver.TransactionExecutionLimit{Errors: []error{said("Neo.TransientError.X.Y"), lost}}, Unavailable},
		{&driver.TransactionExecutionLimit{Errors: []error{lost, said("Neo.TransientError.X.Y")}}, Transient},
		{fmt.Errorf("%w: %w", errLate, lost), Timeout},
		{&Error{Kind: Superseded, Err: errors.New("x")}, Superseded},
		{errors.New("x"), Unknown},
	}
	for _, tt := range tests {
		if got := Classify(t.Context(), tt.err); got != tt.want {
			t.Errorf("Classify(%v) = %q, want %q", tt.err, got, tt.want)
		}
	}
}

func TestClassifyAsksTheContextFirst(t *testing.T) {
	err := &driver.ConnectivityError{Inner: errors.New("read: i/o timeout")}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if got := Classify(cancelled, err); got != Canceled {
		t.Errorf("Classify under a cancelled context = %q, want %q", got, Canceled)
	}
	late, cancel := context.WithDeadline(t.Context(), time.Unix(0, 0))
	defer cancel()
	if got := Classify(late, err); got != Timeout {
		t.Errorf("Classify after the deadline = %q, want %q", got, Timeout)
	}
}
