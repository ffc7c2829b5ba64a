//go:build unix

package reading

import (
	"syscall"
	"time"
)

// worked returns the processor time of this process: other processes do not
// make a test of growth fail.
func worked() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
