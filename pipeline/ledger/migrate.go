package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// application marks a file as ours (PRAGMA application_id): "vnlx".
const application = 0x766e6c78

// versions holds the steps of the schema: versions[0] makes an empty file into
// version 1, and so on. PRAGMA user_version tells how many a file has gone.
var versions = []string{load("1_ledger"), load("2_frontier")}

// migrate brings the file to today's version.
func (l *Ledger) migrate(ctx context.Context) error {
	have, err := version(ctx, l.db)
	if err != nil {
		return err
	}
	if have == len(versions) {
		return nil
	}
	if have > 0 {
		if err := l.putAside(ctx, have); err != nil {
			return err
		}
	}
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	steps := strings.Join(versions[have:], "\n") + load("version")
	steps = fmt.Sprintf(steps, application, len(versions))
	if _, err := tx.ExecContext(ctx, steps); err != nil {
		return err
	}
	if err := l.opt.Graph.Migrate(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

// version returns the version of a file, 0 of an empty one; what is not ours or comes
// from a newer vnlex is refused.
func version(ctx context.Context, db *sql.DB) (int, error) {
	var id, version, tables int
	err := db.QueryRowContext(ctx, load("what_is_it")).Scan(&id, &version, &tables)
	switch {
	case err != nil:
		return 0, err
	case id == 0 && version == 0 && tables == 0:
		return 0, nil
	case id != application:
		return 0, &Error{Code: Foreign}
	case version > len(versions):
		err := fmt.Errorf("version %d, this vnlex knows %d", version, len(versions))
		return 0, &Error{Code: Newer, Err: err}
	}
	return version, nil
}

// putAside copies a file of an older version, so that it can be gone back to.
func (l *Ledger) putAside(ctx context.Context, version int) error {
	name := fmt.Sprintf("%s.v%d", l.path, version)
	for n := 2; exists(name); n++ { // a migration that was broken off left its copy
		name = fmt.Sprintf("%s.v%d.%d", l.path, version, n)
	}
	l.opt.Log.Info("migrate", "db", l.path, "copy", name)
	_, err := l.db.ExecContext(ctx, load("copy"), name)
	return err
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return !errors.Is(err, fs.ErrNotExist)
}
