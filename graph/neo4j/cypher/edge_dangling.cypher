// Returns those of the rows that have an absent end.
// Parameters: rows, a list of {i, from, to}.
UNWIND $rows AS row
OPTIONAL MATCH (a:__From__ {__from__: row.from})
OPTIONAL MATCH (b:__To__ {__to__: row.to})
WITH row, a, b WHERE a IS NULL OR b IS NULL
RETURN row.i AS i
