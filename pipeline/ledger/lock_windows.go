package ledger

import (
	"os"

	"golang.org/x/sys/windows"
)

// lockFile locks f for this process, or says that another one has it. The locked byte
// lies behind the number of the process, which others may read.
func lockFile(f *os.File) error {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	at := windows.Overlapped{Offset: 1 << 20}
	return windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &at)
}

// locker returns the process that has locked the database: here the system does not tell.
func locker(string) int { return 0 }
