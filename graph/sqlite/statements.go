package sqlite

import (
	"context"
	"database/sql"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
)

// The statements of a change; their files say what each does.
var (
	//go:embed sql/names.sql
	sqlNames string
	//go:embed sql/last_name.sql
	sqlLastName string
	//go:embed sql/insert_names.sql
	sqlInsertNames string
	//go:embed sql/insert_numbers.sql
	sqlInsertNumbers string
	//go:embed sql/set_present.sql
	sqlSetPresent string
	//go:embed sql/whats.sql
	sqlWhats string
	//go:embed sql/insert_what.sql
	sqlInsertWhat string
	//go:embed sql/node_rows.sql
	sqlNodeRows string
	//go:embed sql/insert_nodes.sql
	sqlInsertNodes string
	//go:embed sql/update_node.sql
	sqlUpdateNode string
	//go:embed sql/delete_node.sql
	sqlDeleteNode string
	//go:embed sql/insert_alias.sql
	sqlInsertAlias string
	//go:embed sql/delete_alias.sql
	sqlDeleteAlias string
	//go:embed sql/insert_search.sql
	sqlInsertSearch string
	//go:embed sql/delete_search.sql
	sqlDeleteSearch string
	//go:embed sql/last_edge.sql
	sqlLastEdge string
	//go:embed sql/insert_edges.sql
	sqlInsertEdges string
	//go:embed sql/edge_rows.sql
	sqlEdgeRows string
	//go:embed sql/update_edge.sql
	sqlUpdateEdge string
	//go:embed sql/delete_edge.sql
	sqlDeleteEdge string
	//go:embed sql/touching.sql
	sqlTouching string
	//go:embed sql/next_seq.sql
	sqlNextSeq string
	//go:embed sql/set_hash.sql
	sqlSetHash string
	//go:embed sql/insert_log.sql
	sqlInsertLog string
)

// rowsAtOnce is how many rows an insert takes: more brought no more speed.
const rowsAtOnce = 32

// statements prepares each statement once in a transaction.
type statements struct {
	tx       *sql.Tx
	prepared map[string]*sql.Stmt
}

func (s *statements) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if stmt := s.prepared[query]; stmt != nil {
		return stmt, nil
	}
	stmt, err := s.tx.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("prepare %q: %w", query, err)
	}
	s.prepared[query] = stmt
	return stmt, nil
}

func (s *statements) exec(ctx context.Context, query string, args ...any) (int64, error) {
	stmt, err := s.prepare(ctx, query)
	if err != nil {
		return 0, err
	}
	result, err := stmt.ExecContext(ctx, args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

func (s *statements) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	stmt, err := s.prepare(ctx, query)
	if err != nil {
		return nil, err
	}
	return stmt.QueryContext(ctx, args...)
}

func (s *statements) number(ctx context.Context, query string, args ...any) (n int64, err error) {
	stmt, err := s.prepare(ctx, query)
	if err != nil {
		return 0, err
	}
	err = stmt.QueryRowContext(ctx, args...).Scan(&n)
	return n, err
}

// insert runs a multi-row insert over the values, width to a row, and returns
// how many rows of each batch went in to done (if not nil).
func (s *statements) insert(ctx context.Context, query string, width int, values []any,
	done func(batch, rows int, inserted int64) error,
) error {
	step := rowsAtOnce * width
	for i := 0; i < len(values); i += step {
		batch := values[i:min(i+step, len(values))]
		rows := len(batch) / width
		n, err := s.exec(ctx, withRows(query, width, rows), batch...)
		if err != nil {
			return err
		}
		if done == nil {
			continue
		}
		if err := done(i/width, rows, n); err != nil {
			return err
		}
	}
	return nil
}

func (s *statements) close() {
	for _, stmt := range s.prepared {
		stmt.Close()
	}
}

// withRows puts n rows of that many parameters into a statement.
func withRows(query string, width, n int) string {
	row := "(?" + strings.Repeat(", ?", width-1) + ")"
	return strings.Replace(query, ":rows", row+strings.Repeat(", "+row, n-1), 1)
}

// list is the value of a parameter that json_each takes apart.
func list[T any](values []T) string {
	b, err := json.Marshal(values)
	if err != nil {
		panic(fmt.Sprintf("unreachable: encode %T: %v", values, err))
	}
	return string(b)
}
