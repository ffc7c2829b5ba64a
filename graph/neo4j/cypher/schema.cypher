// Returns the migrations that have run.
// Parameters: none.
MATCH (m:VnlexMigration)
RETURN m.version AS version, m.checksum AS checksum
ORDER BY version
