//go:build !linux

package child

import (
	"os"
	"os/exec"
)

// Group does nothing here: only the program itself is killed.
func Group(*exec.Cmd) {}

// Kill ends a program.
func Kill(leader *os.Process) error { return leader.Kill() }

func limit(int, Limits) error { return nil }

func outOfTime(*os.ProcessState) bool { return false }
