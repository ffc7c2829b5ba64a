// Keeps the epoch from being taken until the transaction ends.
// Parameters: none.
MATCH (s:VnlexSync {id: 'state'})
SET s.locked = true
