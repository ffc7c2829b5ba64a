package ledger

import (
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
)

// A Code says what is wrong with a database.
type Code string

const (
	Missing  Code = "missing"  // there is none
	Locked   Code = "locked"   // another process writes
	Damaged  Code = "damaged"  // not, or no longer, readable as a database
	Foreign  Code = "foreign"  // a database, but not of vnlex
	Newer    Code = "newer"    // made by a newer vnlex
	Older    Code = "older"    // no writer has migrated it yet
	Full     Code = "full"     // no room on the disk
	ReadOnly Code = "readonly" // must not be written
	Unusable Code = "unusable" // anything else that keeps it shut
)

// An Error says which database cannot be used, and why.
type Error struct {
	Code   Code
	Path   string
	Holder int // process that holds the database; 0: not known
	Err    error
}

// advice says what is wrong and what to do next.
var advice = map[Code]string{
	Missing:  "there is no database; vnlex ingest makes one",
	Locked:   "another process is writing; wait for it to end",
	Damaged:  "not a database, or damaged; name another file, or put a backup in its place",
	Foreign:  "a database of another program; name another file",
	Newer:    "made by a newer vnlex; use that one",
	Older:    "made by an older vnlex; the next command that writes will migrate it",
	Full:     "no room left to write; nothing that was there is lost: make room and run again",
	ReadOnly: "cannot be written; check the rights of the file and its folder",
	Unusable: "cannot be used",
}

func (e *Error) Error() string {
	s := fmt.Sprintf("database %q: %s", e.Path, advice[e.Code])
	if e.Holder != 0 {
		s += fmt.Sprintf(" (process %d)", e.Holder)
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

// codes of SQLite, without their extension.
var codes = map[int]Code{
	5: Locked, 6: Locked, 8: ReadOnly, 11: Damaged, 13: Full, 14: Unusable, 26: Damaged,
}

// explain makes an error of the database into an *Error that names the file; others
// stay as they are.
func explain(path string, err error) error {
	var known *Error
	var lite *sqlite.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		known.Path = path
		return known
	case errors.As(err, &lite):
		return explainCode(path, lite.Code(), err)
	case errors.Is(err, fs.ErrPermission):
		return &Error{Code: ReadOnly, Path: path, Err: err}
	}
	return err
}

func explainCode(path string, code int, err error) error {
	const writeFailed = 778 // SQLITE_IOERR_WRITE: how a disk that fills up shows in the log
	e := &Error{Code: codes[code&0xff], Path: path}
	switch {
	case code == writeFailed:
		e.Code = Full
	case e.Code == "":
		return fmt.Errorf("database %q: %w", path, err)
	case e.Code == Unusable:
		e.Err = err
	case e.Code == Locked:
		e.Holder = locker(path)
	}
	return e
}
