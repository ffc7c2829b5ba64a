// Notes that the graph is whole, and of which source.
// Parameters: generation.
MATCH (s:VnlexSync {id: 'state'})
SET s.generation = $generation
