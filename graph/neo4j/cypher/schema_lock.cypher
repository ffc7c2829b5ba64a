// Holds every other migration back until the transaction ends.
// Parameters: none.
MERGE (m:VnlexMigration {version: 0})
SET m.lock = true
