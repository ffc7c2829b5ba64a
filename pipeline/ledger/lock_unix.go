//go:build unix

package ledger

import (
	"os"
	"syscall"
)

// lockFile locks f for this process, or says that another one has it.
func lockFile(f *os.File) error {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
}
