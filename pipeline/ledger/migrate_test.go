package ledger

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"vnlex/graph/sqlite"
	"vnlex/pipeline/resolve"
)

// A database of version 1 is copied aside, and keeps its pages when it is migrated.
func TestMigrateFirst(t *testing.T) {
	path := filepath.Join(t.TempDir(), "vnlex.db")
	makeFirst(t, path)
	l := openLedger(t, path)
	raw, err := l.Kept(t.Context(), "a.txt")
	if err != nil || string(raw) != "một" {
		t.Errorf("Kept(a.txt) = %q, %v", raw, err)
	}
	put(t, l, testPage("b.txt", "hai"))
	l.Close()
	r, err := OpenReader(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	visits, err := r.Visits(t.Context(), "")
	if err != nil || len(visits) != 2 || visits[0].Status != 0 || visits[0].Raw == nil {
		t.Errorf("Visits() = %+v, %v; want one without status of each page", visits, err)
	}
	if _, err := os.Stat(path + ".v1"); err != nil {
		t.Errorf("the copy put aside: %v", err)
	}
}

// makeFirst makes a database of version 1 with one page.
func makeFirst(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	schema := load("1_ledger") + fmt.Sprintf(load("version"), application, 1)
	if _, err := tx.Exec(schema); err != nil {
		t.Fatal(err)
	}
	if err := sqlite.Migrate(t.Context(), tx); err != nil {
		t.Fatal(err)
	}
	hash := resolve.HashURL("a.txt")
	for _, row := range []struct {
		text string
		args []any
	}{
		{"insert into page (hash, url, sha256, state, fetched) values (?, 'a.txt', x'01', 'read', 1)",
			[]any{hash[:]}},
		{"insert into body (page, raw) values (?, ?)", []any{hash[:], Pack([]byte("một"))}},
	} {
		if _, err := tx.Exec(row.text, row.args...); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
}
