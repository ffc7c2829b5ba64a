// Makes the relationships of one type with kinds that are missing and sets properties; a null
// takes one away. A row whose end is absent is not counted.
// Parameters: rows, a list of {from, to, kind, set}.
UNWIND $rows AS row
MATCH (a:__From__ {__from__: row.from})
MATCH (b:__To__ {__to__: row.to})
MERGE (a)-[r:__Type__ {kind: row.kind}]->(b)
SET r += row.set
RETURN count(*) AS count
