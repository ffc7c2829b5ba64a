package main

import (
	"context"
	"io"
	"strings"
	"testing"
)

func TestUntil(t *testing.T) {
	in, typed := io.Pipe()
	ctx, cancel := context.WithCancel(t.Context())
	r := until(ctx, in)
	go func() {
		io.WriteString(typed, "một\nhai\nba")
		cancel()
	}()
	got, err := io.ReadAll(r)
	if err != nil || !strings.HasPrefix("một\nhai\n", string(got)) {
		t.Errorf("until gives %q, %v, want whole lines of %q", got, err, "một\nhai\nba")
	}
	if got, err := io.ReadAll(until(t.Context(), strings.NewReader("một\nhai"))); string(got) != "một\nhai" || err != nil {
		t.Errorf("until gives %q, %v, want all of it", got, err)
	}
}

// A script's own input is left alone until it is asked for.
func TestUntilIsLazy(t *testing.T) {
	in := strings.NewReader("một\n")
	until(t.Context(), in)
	if in.Len() != len("một\n") {
		t.Errorf("until has taken %d bytes that nobody asked for", len("một\n")-in.Len())
	}
}
