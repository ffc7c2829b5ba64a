// Notes that a migration has run.
// Parameters: version, name, checksum.
MERGE (m:VnlexMigration {version: $version})
SET m.name = $name, m.checksum = $checksum
