package ledger

import (
	"context"
	"database/sql"
	"encoding/hex"

	"vnlex/pipeline/ledger/query"
	"vnlex/pipeline/resolve"
)

// MarkAll marks every unit there is, so that Settle resolves all anew.
func (l *Ledger) MarkAll(ctx context.Context) error {
	return l.transact(ctx, func(ctx context.Context, tx *sql.Tx, _ *query.Queries) error {
		marks := l.bulk(tx, "mark")
		rows, err := tx.QueryContext(ctx, load("everything"))
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var what string
			var u unit
			if err := rows.Scan(&what, &u.key, &u.stage, &u.bucket); err != nil {
				return err
			}
			for _, u := range unitsOf(what, u) {
				if err := marks.add(ctx, int64(u.stage), int64(u.bucket), u.key); err != nil {
					return err
				}
			}
		}
		if err := rows.Err(); err != nil {
			return err
		}
		return marks.flush(ctx)
	})
}

// unitsOf returns the units that a row of the query "everything" means.
func unitsOf(what string, u unit) []unit {
	switch what {
	case "block":
		return []unit{blockUnit(u.key)}
	case "owner":
		return []unit{owned(stageCarrier, u.key), owned(stageRelations, u.key)}
	case "party":
		return []unit{partyUnit(u.key)}
	case "page":
		var h resolve.Hash
		hex.Decode(h[:], []byte(u.key)) // written by hex()
		return []unit{pageUnit(h)}
	}
	return []unit{u}
}
