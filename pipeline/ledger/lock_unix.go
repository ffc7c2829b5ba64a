//go:build unix

package ledger

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// lockFile locks f for this process, or says that another one has it.
func lockFile(f *os.File) error {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
}

// locker returns the process that the system names as having locked the database, or
// the file beside it that readers and writers share; 0: not known, as outside Linux.
func locker(path string) int {
	all, err := os.ReadFile("/proc/locks")
	if err != nil {
		return 0
	}
	for _, name := range []string{path + "-shm", path} {
		var s syscall.Stat_t
		if syscall.Stat(name, &s) != nil {
			continue
		}
		for line := range strings.Lines(string(all)) {
			f := strings.Fields(line) // 1: POSIX ADVISORY WRITE 4711 08:01:131074 120 120
			inode := fmt.Sprintf(":%d", s.Ino)
			if len(f) < 6 || f[3] != "WRITE" || !strings.HasSuffix(f[5], inode) {
				continue
			}
			if pid, err := strconv.Atoi(f[4]); err == nil && pid != os.Getpid() {
				return pid
			}
		}
	}
	return 0
}
