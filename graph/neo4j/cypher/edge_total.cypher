// Counts all relationships, whoever's.
// Parameters: none.
MATCH ()-[r]->()
RETURN count(r) AS count
