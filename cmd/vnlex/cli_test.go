package main

import (
	"testing"

	"github.com/alecthomas/kong"

	"vnlex/cmd/internal/message"
)

func model(t *testing.T) *kong.Application {
	t.Helper()
	k, err := kong.New(&cli{}, kong.Name("vnlex"))
	if err != nil {
		t.Fatal(err)
	}
	return k.Model
}

// Every command, argument and flag is explained, and every command has an example.
func TestEveryCommandIsExplained(t *testing.T) {
	m := model(t)
	want := []string{}
	for _, f := range m.Flags {
		want = append(want, flagKey("", f.Name))
	}
	for _, n := range m.Children {
		want = append(want, "help."+n.Name)
		for _, f := range n.Flags {
			want = append(want, flagKey(n.Name, f.Name))
		}
		for _, p := range n.Positional {
			want = append(want, argKey(n.Name, p.Name))
		}
		if len(examples[n.Name]) == 0 {
			t.Errorf("command %s has no example", n.Name)
		}
		if n.Group == nil {
			t.Errorf("command %s stands in no group", n.Name)
		}
	}
	for _, key := range want {
		if !message.Has(key) {
			t.Errorf("there is no message %s", key)
		}
	}
	for name := range examples {
		if child(m, name) == nil {
			t.Errorf("there is an example of %s, but no such command", name)
		}
	}
}
