// Forgets generation and cursors: what is here is not a whole graph from now on.
// Parameters: none.
MATCH (s:VnlexSync)
REMOVE s.generation, s.seq, s.hash
