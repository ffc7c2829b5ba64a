// Notes the places that are reached in change logs.
// Parameters: cursors, a list of {id, seq, hash}.
UNWIND $cursors AS c
MERGE (s:VnlexSync {id: c.id})
SET s.seq = c.seq, s.hash = c.hash
