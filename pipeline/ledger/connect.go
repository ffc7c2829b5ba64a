package ledger

import (
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"
)

// How a connection is to behave. Commits are durable: the log is brought to the disk
// with each of them, so pages are committed in groups.
var (
	writing = []string{
		"journal_mode(wal)", "synchronous(full)", "cache_size(-32768)", "temp_store(memory)",
		"wal_autocheckpoint(8192)",
	}
	queryOnly = []string{"query_only(1)"}
)

// connect opens a file that is there, and waits as long for a lock.
func connect(path string, wait time.Duration, pragmas ...string) (*sql.DB, error) {
	busy := fmt.Sprintf("busy_timeout(%d)", wait.Milliseconds())
	v := url.Values{"_pragma": append([]string{busy}, pragmas...), "mode": {"rw"}}
	return sql.Open("sqlite", location(path)+"?"+v.Encode())
}

// connectWriter opens a file, which is made if it is missing. It has one connection only,
// whose temporary tables serve one transaction at a time.
func connectWriter(path string, wait time.Duration) (*sql.DB, error) {
	busy := fmt.Sprintf("busy_timeout(%d)", wait.Milliseconds())
	v := url.Values{"_pragma": append([]string{busy}, writing...), "mode": {"rwc"},
		"_txlock": {"immediate"}}
	db, err := sql.Open("sqlite", location(path)+"?"+v.Encode())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// location returns the URI of a file, whatever characters are in its name.
func location(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	return strings.Replace(u.String(), "file:///", "file:/", 1)
}
