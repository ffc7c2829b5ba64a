// Returns the epoch.
// Parameters: none.
MATCH (s:VnlexSync {id: 'state'})
RETURN s.epoch AS epoch
