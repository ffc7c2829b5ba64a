// Returns what this replica knows about itself: the node 'state' has the generation, and one
// node for each bucket the place that is reached in its change log.
// Parameters: none.
MATCH (s:VnlexSync)
RETURN s.id AS id, s.generation AS generation, s.seq AS seq, s.hash AS hash
