// Makes the nodes of one label that are missing and sets properties; a null takes one away.
// Parameters: rows, a list of {id, set}.
UNWIND $rows AS row
MERGE (n:__Label__ {__id__: row.id})
SET n += row.set
