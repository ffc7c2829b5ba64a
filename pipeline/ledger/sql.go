package ledger

import (
	"context"
	"database/sql"
	"embed"
	"strings"
	"sync"
)

// What sqlc cannot compile is run from files by hand: multi-row inserts and joins with
// temporary tables.
//
//go:embed sql
var files embed.FS

// loaded is load, once for each file.
var loaded = func() func(string) string {
	texts := map[string]string{}
	var mu sync.Mutex
	return func(name string) string {
		mu.Lock()
		defer mu.Unlock()
		if texts[name] == "" {
			texts[name] = load(name)
		}
		return texts[name]
	}
}()

func load(name string) string {
	b, err := files.ReadFile("sql/" + name + ".sql")
	if err != nil {
		panic("unreachable: " + err.Error())
	}
	return string(b)
}

var sqlTemp = load("temp")

// statements holds prepared statements by their text.
type statements struct {
	all map[string]*sql.Stmt
}

func (s *statements) in(ctx context.Context, tx *sql.Tx, text string) (*sql.Stmt, error) {
	if s.all == nil {
		s.all = map[string]*sql.Stmt{}
	}
	if s.all[text] == nil {
		stmt, err := tx.PrepareContext(ctx, text)
		if err != nil {
			return nil, err
		}
		s.all[text] = stmt
		return stmt, nil
	}
	return tx.StmtContext(ctx, s.all[text]), nil
}

func (s *statements) close() {
	for _, stmt := range s.all {
		stmt.Close()
	}
}

// rowsAtOnce are the numbers of rows that one statement inserts: more than the first
// gains nothing, and few different ones are prepared only once.
var rowsAtOnce = []int{40, 8, 1}

// A bulk writes rows many at a time.
type bulk struct {
	l     *Ledger
	tx    *sql.Tx
	text  string
	width int
	args  []any

	written int64 // rows that were not there before
}

// bulk makes a writer of rows from a statement in a file whose last "(?, …)" is the row.
func (l *Ledger) bulk(tx *sql.Tx, name string) *bulk {
	text := loaded("put_" + name)
	return &bulk{l: l, tx: tx, text: text, width: strings.Count(text, "?")}
}

func (b *bulk) add(ctx context.Context, row ...any) error {
	b.args = append(b.args, row...)
	if len(b.args) < rowsAtOnce[0]*b.width {
		return nil
	}
	return b.flush(ctx)
}

// flush writes what is left.
func (b *bulk) flush(ctx context.Context) error {
	args := b.args
	for _, n := range rowsAtOnce {
		for ; len(args) >= n*b.width; args = args[n*b.width:] {
			stmt, err := b.l.sql.in(ctx, b.tx, times(b.text, n))
			if err != nil {
				return err
			}
			res, err := stmt.ExecContext(ctx, args[:n*b.width]...)
			if err != nil {
				return err
			}
			written, err := res.RowsAffected()
			if err != nil {
				return err
			}
			b.written += written
		}
	}
	clear(b.args)
	b.args = b.args[:0]
	return nil
}

// times repeats the row of a statement.
func times(text string, n int) string {
	start, end := strings.IndexByte(text, '?')-1, strings.LastIndexByte(text, '?')+2
	row := text[start:end]
	return text[:end] + strings.Repeat(", "+row, n-1) + text[end:]
}
