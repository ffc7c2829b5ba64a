package ledger

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"time"
)

// A lock makes a process the only writer of a database. It stands on a file beside
// the database that holds the process's number; the system takes it back when the
// process ends, however it ends.
type lock struct {
	file *os.File
}

// acquire takes the lock of the database at path; while another process has it, it
// waits, then says which.
func acquire(ctx context.Context, path string, wait time.Duration) (*lock, error) {
	f, err := os.OpenFile(path+"-lock", os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, lockError(path, err)
	}
	for deadline := time.Now().Add(wait); ; {
		if err = lockFile(f); err == nil {
			return &lock{f}, write(f)
		}
		if !time.Now().Before(deadline) {
			f.Close()
			return nil, &Error{Code: Locked, Path: path, Holder: holder(path)}
		}
		select {
		case <-ctx.Done():
			f.Close()
			return nil, ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func lockError(path string, err error) error {
	e := &Error{Code: Unusable, Path: path, Err: err}
	if errors.Is(err, fs.ErrPermission) {
		e.Code, e.Err = ReadOnly, nil
	}
	return e
}

// write leaves the number of this process in the file.
func write(f *os.File) error {
	if err := f.Truncate(0); err != nil {
		return fmt.Errorf("write %s: %w", f.Name(), err)
	}
	_, err := f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	return err
}

// release gives the lock back; the file stays, since another process may wait at it.
func (l *lock) release() {
	if l != nil && l.file != nil {
		l.file.Close()
	}
}

// holder returns the process that has the lock of the database at path; 0: not known.
func holder(path string) int {
	b, err := os.ReadFile(path + "-lock")
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil {
		return 0
	}
	return pid
}
