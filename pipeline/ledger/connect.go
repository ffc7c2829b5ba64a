package ledger

import (
	"database/sql"
	"net/url"
	"path/filepath"
	"strings"
)

// How a connection is to behave. Commits are durable: the log is brought to the disk
// with each of them, so pages are committed in groups.
var (
	writing = []string{
		"busy_timeout(5000)", "journal_mode(wal)", "synchronous(full)",
		"cache_size(-65536)", "temp_store(memory)", "wal_autocheckpoint(4000)",
	}
	reading = []string{"busy_timeout(5000)", "query_only(1)"}
	copying = []string{"busy_timeout(5000)"}
)

// connect opens the file; it is made if it is missing and the connection writes. A
// writer has one connection only, whose temporary tables serve one transaction at a time.
func connect(path string, pragmas []string) (*sql.DB, error) {
	v := url.Values{"_pragma": pragmas, "mode": {"rw"}}
	isWriter := &pragmas[0] == &writing[0]
	if isWriter {
		v.Set("mode", "rwc")
		v.Set("_txlock", "immediate")
	}
	db, err := sql.Open("sqlite", location(path)+"?"+v.Encode())
	if err != nil {
		return nil, err
	}
	if isWriter {
		db.SetMaxOpenConns(1)
	}
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
