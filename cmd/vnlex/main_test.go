package main

import (
	"errors"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"vnlex/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) {
	testscript.Main(withServers{m}, map[string]func(){"vnlex": main})
}

// withServers ends the Neo4j servers that tests started.
type withServers struct{ m *testing.M }

func (w withServers) Run() int { return neo4jtest.Main(w.m) }

func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "web": web,
		},
		Setup: home,
	})
}

// home gives every script a user of its own who speaks English.
func home(env *testscript.Env) error {
	env.Setenv("HOME", env.WorkDir+"/home")
	env.Setenv("XDG_DATA_HOME", env.WorkDir+"/data")
	env.Setenv("XDG_CONFIG_HOME", env.WorkDir+"/config")
	env.Setenv("LC_ALL", "C.UTF-8")
	env.Setenv("COLUMNS", "90")
	env.Values[webKey{}] = &scriptWeb{}
	return nil
}

// status N PROGRAM ARGS… runs a program that must end with that status.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program args…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("%q ends with status %d, want %d", args[1:], got, want)
	}
}
