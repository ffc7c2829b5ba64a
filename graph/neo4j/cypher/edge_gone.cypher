// Deletes relationships of one type between two labels.
// Parameters: rows, a list of {from, to, kind}; kind is '' where the type has none.
UNWIND $rows AS row
MATCH (:__From__ {__from__: row.from})-[r:__Type__]->(:__To__ {__to__: row.to})
WHERE coalesce(r.kind, '') = row.kind
DELETE r
