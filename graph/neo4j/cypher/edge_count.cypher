// Counts the relationships of one type that leave nodes of one label.
// Parameters: none.
MATCH (:__From__)-[r:__Type__]->()
RETURN '__From__' AS label, count(r) AS count
