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
	commands := map[string]bool{}
	for _, n := range m.Children {
		if n.Group == nil {
			t.Errorf("command %s stands in no group", n.Name)
		}
		for _, n := range append([]*kong.Node{n}, n.Children...) {
			name := nameOf(n)
			commands[name] = true
			want = append(want, "help."+name)
			for _, f := range n.Flags {
				want = append(want, flagKey(name, f.Name))
			}
			for _, p := range n.Positional {
				want = append(want, argKey(name, p.Name))
			}
			if len(examples[name]) == 0 {
				t.Errorf("command %s has no example", name)
			}
		}
	}
	for _, key := range want {
		if !message.Has(key) {
			t.Errorf("there is no message %s", key)
		}
	}
	for name := range examples {
		if !commands[name] {
			t.Errorf("there is an example of %s, but no such command", name)
		}
	}
}
