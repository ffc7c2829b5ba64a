// Package child runs programs of others on input that may be hostile: without a shell,
// with limits of time, memory and output, and never longer than the run itself.
package child

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os/exec"
	"sync"
	"time"
)

// Limits bound a program. On Linux the kernel holds it to Memory and to Time of
// processor; elsewhere only the clock and Output bind it.
type Limits struct {
	Time   time.Duration
	Memory uint64 // of address space, in bytes; 0: as much as there is
	Output int64  // in bytes
}

// A Result is what a program that ended by itself has said.
type Result struct {
	Out    []byte
	Errors string // the beginning of what it wrote to standard error
	Status int    // 0 means success, -1 that a signal ended it
}

// What may end a program.
var (
	ErrTime   = errors.New("it took longer than it may")
	ErrOutput = errors.New("it wrote more than it may")
)

// mostErrors is how much is kept of what a program complains about.
const mostErrors = 4 << 10

// Run gives in to a program. The limits are in force before it gets the first byte of it.
// The error is exec.ErrNotFound, ErrTime, ErrOutput or that of the system.
func Run(ctx context.Context, lim Limits, in []byte, name string, args ...string) (Result, error) {
	path, err := exec.LookPath(name)
	if err != nil {
		return Result{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, lim.Time)
	defer cancel()
	out := &capped{most: lim.Output}
	complaints := &capped{most: mostErrors, quiet: true}
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Stdout, cmd.Stderr = out, complaints
	cmd.Env = []string{"PATH=/usr/bin:/bin", "LANG=C.UTF-8"}
	cmd.WaitDelay = time.Second
	Group(cmd)
	if err = start(cmd, lim, in); err == nil {
		err = cmd.Wait()
	}
	res := Result{Out: out.buf.Bytes(), Errors: complaints.buf.String(), Status: -1}
	if cmd.ProcessState != nil {
		res.Status = cmd.ProcessState.ExitCode()
	}
	return res, reason(ctx, cmd, out, err)
}

// reason tells what ended a program; nil if it did so itself.
func reason(ctx context.Context, cmd *exec.Cmd, out *capped, err error) error {
	var exit *exec.ExitError
	switch {
	case out.full():
		return ErrOutput
	case errors.Is(ctx.Err(), context.DeadlineExceeded), outOfTime(cmd.ProcessState):
		return ErrTime
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &exit):
		return nil
	}
	return err
}

// start lets the program wait for its input until the limits bind it.
func start(cmd *exec.Cmd, lim Limits, in []byte) error {
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	if err := limit(cmd.Process.Pid, lim); err != nil {
		cmd.Cancel()
		return errors.Join(err, cmd.Wait())
	}
	go func() {
		defer stdin.Close()
		io.Copy(stdin, bytes.NewReader(in)) // one that does not want it all says so itself
	}()
	return nil
}

// capped keeps the beginning of what is written. Unless it is quiet, it refuses the
// rest, so that who writes is stopped.
type capped struct {
	most  int64
	quiet bool

	mu   sync.Mutex
	buf  bytes.Buffer
	over bool
}

func (c *capped) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	room := min(int64(len(p)), c.most-int64(c.buf.Len()))
	c.buf.Write(p[:room])
	if room == int64(len(p)) {
		return len(p), nil
	}
	c.over = true
	if c.quiet {
		return len(p), nil
	}
	return int(room), ErrOutput
}

func (c *capped) full() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.over && !c.quiet
}
