package child

import (
	"bytes"
	"errors"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"

	"vnlex/testdata"
)

var plenty = Limits{Time: time.Minute, Memory: 1 << 30, Output: 1 << 20}

func TestRun(t *testing.T) {
	testdata.Program(t, "cat")
	in := bytes.Repeat([]byte("0123456789"), 30_000)
	res, err := Run(t.Context(), plenty, in, "cat")
	if err != nil || res.Status != 0 || !bytes.Equal(res.Out, in) {
		t.Errorf("cat gave %d bytes, status %d, %v", len(res.Out), res.Status, err)
	}
	res, err = Run(t.Context(), plenty, nil, "cat", "--no-such-option")
	if err != nil || res.Status <= 0 || res.Errors == "" {
		t.Errorf("cat with a wrong option gave %+v, %v", res, err)
	}
	if _, err = Run(t.Context(), plenty, nil, "no-such-program"); !errors.Is(err,
		exec.ErrNotFound) {
		t.Errorf("a program that is not there: %v", err)
	}
}

func TestLimits(t *testing.T) {
	testdata.Program(t, "cat")
	testdata.Program(t, "sleep")
	less := plenty
	less.Output = 100
	if _, err := Run(t.Context(), less, make([]byte, 1000), "cat"); !errors.Is(err, ErrOutput) {
		t.Errorf("more output than may be: %v", err)
	}
	less.Time = 100 * time.Millisecond
	if _, err := Run(t.Context(), less, nil, "sleep", "3600"); !errors.Is(err, ErrTime) {
		t.Errorf("more time than may be: %v", err)
	}
	if runtime.GOOS != "linux" {
		return
	}
	less = plenty
	less.Memory = 1 << 20
	if res, _ := Run(t.Context(), less, []byte("in"), "python3", "-c",
		"print(1)"); res.Status == 0 {
		t.Error("a program ran in less memory than it needs")
	}
}

// TestWaits shows that a program has its limits before it has its input.
func TestWaits(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("limits are of Linux")
	}
	testdata.Program(t, "python3")
	script := "import sys, resource\nsys.stdin.read()\n" +
		"print(resource.getrlimit(resource.RLIMIT_AS)[0], " +
		"resource.getrlimit(resource.RLIMIT_FSIZE)[0])"
	res, err := Run(t.Context(), plenty, []byte("in"), "python3", "-c", script)
	if got := strings.TrimSpace(string(res.Out)); err != nil || got != "1073741824 0" {
		t.Errorf("the program saw the limits %q, %v; %s", got, err, res.Errors)
	}
}
