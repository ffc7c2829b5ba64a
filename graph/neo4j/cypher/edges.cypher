// Returns named relationships of one type between two labels.
// Parameters: __rows__, a list of {i, from, to, kind}; kind is '' where the type has none.
UNWIND $__rows__ AS row
MATCH (:__From__ {__from__: row.from})-[r:__Type__]->(:__To__ {__to__: row.to})
WHERE coalesce(r.kind, '') = row.kind
RETURN row.i AS i, properties(r) AS properties
