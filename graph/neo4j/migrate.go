package neo4j

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

//go:embed migrations/*.cypher
var ours embed.FS

// A migration is a step of the schema: V0001__keys.cypher. One that has run
// somewhere is never edited; a later one changes what it did.
type migration struct {
	version    int
	name       string
	checksum   string
	statements []string
}

// migrationsIn reads the migrations of a folder, by version.
func migrationsIn(files fs.FS) ([]migration, error) {
	names, err := fs.Glob(files, "migrations/V*.cypher") // sorted
	if err != nil {
		return nil, err
	}
	var list []migration
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		m, err := parseMigration(strings.TrimPrefix(name, "migrations/"), string(text))
		if err != nil {
			return nil, err
		}
		if m.version != len(list)+1 {
			return nil, fmt.Errorf("migration %s: version %d is expected", name, len(list)+1)
		}
		list = append(list, m)
	}
	return list, nil
}

var fileName = regexp.MustCompile(`^V(\d{4})__(\w+)\.cypher$`)

func parseMigration(file, text string) (migration, error) {
	parts := fileName.FindStringSubmatch(file)
	if parts == nil {
		return migration{}, fmt.Errorf("migration %q: the name is not V0001__what.cypher", file)
	}
	version, err := strconv.Atoi(parts[1])
	if err != nil {
		return migration{}, fmt.Errorf("migration %q: %w", file, err)
	}
	m := migration{version: version, name: parts[2]}
	for s := range strings.SplitSeq(withoutComments(text), ";") {
		if s = strings.TrimSpace(s); s != "" {
			m.statements = append(m.statements, s)
		}
	}
	sum := sha256.Sum256([]byte(strings.Join(m.statements, ";\n")))
	m.checksum = hex.EncodeToString(sum[:])
	return m, nil
}

// checkSchema refuses a database that a later vnlex has prepared.
func (s *Store) checkSchema(ctx context.Context) error {
	_, err := s.pending(ctx, ours)
	return err
}

// pending returns the migrations that have not run yet. It fails when one that
// ran is not the one we have, or is one that we do not know.
func (s *Store) pending(ctx context.Context, files fs.FS) ([]migration, error) {
	known, err := migrationsIn(files)
	if err != nil {
		return nil, err
	}
	done, err := s.migrated(ctx)
	if err != nil {
		return nil, err
	}
	var open []migration
	for _, m := range known {
		switch sum, ran := done[m.version]; {
		case !ran:
			open = append(open, m)
		case sum != m.checksum:
			return nil, s.schemaError(Altered, "migration %d (%s) is not the one that ran", m.version, m.name)
		}
		delete(done, m.version)
	}
	for version := range done {
		return nil, s.schemaError(NewerSchema, "its schema has step %d, this vnlex knows %d", version, len(known))
	}
	return open, nil
}

func (s *Store) schemaError(k Kind, format string, args ...any) error {
	return &Error{Kind: k, Op: "use", Address: s.address.String(), Err: fmt.Errorf(format, args...)}
}

// migrated returns the checksums of the migrations that have run.
func (s *Store) migrated(ctx context.Context) (map[int]string, error) {
	done := make(map[int]string)
	err := s.read(ctx, func(ctx context.Context, tx transaction) error {
		clear(done)
		return tx.each(ctx, statement("schema"), nil, func(r *driver.Record) error {
			version, _ := r.Values[0].(int64)
			checksum, _ := r.Values[1].(string)
			if version > 0 { // 0 is the lock
				done[int(version)] = checksum
			}
			return nil
		})
	})
	return done, err
}

// Migrate brings the schema up to date. When it is so already, nothing is
// written. Two that start at the same time wait for each other.
func (s *Store) Migrate(ctx context.Context) error { return s.migrate(ctx, ours) }

func (s *Store) migrate(ctx context.Context, files fs.FS) error {
	open, err := s.pending(ctx, files)
	if err != nil || len(open) == 0 {
		return err
	}
	// Without the rule, two that merge the lock into an empty database make two of them.
	if err := s.runSchema(ctx, statement("schema_lock_rule")); err != nil {
		return err
	}
	return s.write(ctx, func(ctx context.Context, tx transaction) error {
		// The lock is on a node of its own label: a schema change cannot share a
		// transaction with data, and would wait for a lock on its own label.
		if _, err := tx.do(ctx, statement("schema_lock"), nil); err != nil {
			return err
		}
		open, err := s.pending(ctx, files)
		if err != nil {
			return err
		}
		for _, m := range open {
			if err := s.runMigration(ctx, m); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Store) runMigration(ctx context.Context, m migration) error {
	s.log.Debug("migrate", "version", m.version, "name", m.name)
	for _, text := range m.statements {
		if err := s.runSchema(ctx, text); err != nil {
			return fmt.Errorf("migration %d (%s): %w", m.version, m.name, err)
		}
	}
	await := row{"seconds": int64(max(1, s.timeout/time.Second))}
	if err := s.exec(ctx, statement("await_indexes"), await); err != nil {
		return err
	}
	return s.exec(ctx, statement("schema_done"),
		row{"version": m.version, "name": m.name, "checksum": m.checksum})
}

// runSchema runs one statement that changes the schema. IF NOT EXISTS does not
// keep two starters from making the same rule at the same time.
func (s *Store) runSchema(ctx context.Context, text string) error {
	err := s.exec(ctx, text, nil)
	var said *driver.Neo4jError
	if errors.As(last(err), &said) && strings.HasSuffix(said.Code, "AlreadyExists") {
		return nil
	}
	return err
}

// exec runs one statement in a transaction of its own.
func (s *Store) exec(ctx context.Context, text string, params row) error {
	return s.write(ctx, func(ctx context.Context, tx transaction) error {
		_, err := tx.do(ctx, text, params)
		return err
	})
}
