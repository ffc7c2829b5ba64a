package child

import (
	"os"
	"os/exec"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// Group makes a program the leader of a group of processes, all of which are killed
// when its context ends.
func Group(cmd *exec.Cmd) {
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{}
	}
	cmd.SysProcAttr.Setpgid = true
	cmd.Cancel = func() error { return Kill(cmd.Process) }
}

// Kill ends a group of processes by its leader.
func Kill(leader *os.Process) error { return unix.Kill(-leader.Pid, unix.SIGKILL) }

// limit binds a running process: memory, time of processor, no file, no core.
func limit(pid int, lim Limits) error {
	seconds := uint64(lim.Time/time.Second) + 1
	for which, most := range map[int]unix.Rlimit{
		unix.RLIMIT_AS:    {Cur: lim.Memory, Max: lim.Memory},
		unix.RLIMIT_CPU:   {Cur: seconds, Max: seconds + 1},
		unix.RLIMIT_FSIZE: {},
		unix.RLIMIT_CORE:  {},
	} {
		if which == unix.RLIMIT_AS && lim.Memory == 0 {
			continue
		}
		if err := unix.Prlimit(pid, which, &most, nil); err != nil {
			return os.NewSyscallError("prlimit", err)
		}
	}
	return nil
}

// outOfTime reports whether the kernel ended a process for its time of processor.
func outOfTime(state *os.ProcessState) bool {
	if state == nil {
		return false
	}
	status, ok := state.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == syscall.SIGXCPU
}
