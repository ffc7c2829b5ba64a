// Package sqlite keeps the graph in a SQLite file, which it may share with the
// ledger: all its tables are called graph_….
package sqlite

import (
	"context"
	"crypto/rand"
	"database/sql"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
)

// schema is the version of the tables.
const schema = "1"

var (
	//go:embed sql/schema.sql
	sqlSchema string
	//go:embed sql/has_graph.sql
	sqlHasGraph string
	//go:embed sql/meta.sql
	sqlMeta string
	//go:embed sql/set_meta.sql
	sqlSetMeta string
	//go:embed sql/default_meta.sql
	sqlDefaultMeta string
)

// Migrate makes the tables of the graph where they are missing. A database
// that a newer vnlex has made is refused.
func Migrate(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, sqlSchema); err != nil {
		return fmt.Errorf("make graph tables: %w", err)
	}
	defaults := map[string]string{"schema": schema, "generation": token(), "names": token()}
	for name, value := range defaults {
		if _, err := tx.ExecContext(ctx, sqlDefaultMeta, name, value); err != nil {
			return fmt.Errorf("make graph tables: %w", err)
		}
	}
	return checkSchema(ctx, transaction{tx})
}

func checkSchema(ctx context.Context, q querier) error {
	tables, err := text(ctx, q, sqlHasGraph)
	if err != nil {
		return err
	}
	if tables == "0" {
		return errors.New("there is no graph in it")
	}
	version, err := text(ctx, q, sqlMeta, "schema")
	if err != nil {
		return fmt.Errorf("read graph version: %w", err)
	}
	if version != schema {
		return fmt.Errorf("graph tables are of version %q, this vnlex knows %s", version, schema)
	}
	return nil
}

// Renew gives a copied database a generation of its own, so that no replica
// takes it for the one that it was copied from.
func Renew(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, sqlSetMeta, "generation", token()); err != nil {
		return fmt.Errorf("renew generation: %w", err)
	}
	return nil
}

func token() string {
	var b [16]byte
	rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}
