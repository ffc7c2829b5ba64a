// Package sqlite keeps the graph in a SQLite file, which it may share with the
// ledger.
package sqlite
