// There is one lock, whoever makes it first.
// Parameters: none.
CREATE CONSTRAINT vnlex_lock IF NOT EXISTS FOR (m:VnlexMigrationLock) REQUIRE m.id IS UNIQUE
