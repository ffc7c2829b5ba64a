// Counts the nodes of one label.
// Parameters: none.
MATCH (n:__Label__)
RETURN '__Label__' AS label, count(n) AS count
