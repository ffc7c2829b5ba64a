// Waits until every index can be used.
// Parameters: seconds.
CALL db.awaitIndexes($seconds)
