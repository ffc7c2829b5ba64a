// Holds every other migration back until the transaction ends.
// Parameters: none.
MERGE (m:VnlexMigrationLock {id: 0})
SET m:VnlexMigration, m.version = 0, m.lock = true
