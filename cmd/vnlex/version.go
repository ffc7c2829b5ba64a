package main

import (
	"runtime"
	"runtime/debug"
)

// A versionCmd tells what is running.
type versionCmd struct{}

type build struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"`
	Modified bool   `json:"modified,omitempty"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

func (versionCmd) Run(a *app) error {
	b := buildOf()
	if a.JSON {
		return a.json(b)
	}
	a.printf("vnlex %s %s %s\n", b.name(), b.Go, b.Platform)
	return nil
}

func buildOf() build {
	b := build{Version: "(devel)", Go: runtime.Version()}
	b.Platform = runtime.GOOS + "/" + runtime.GOARCH
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	b.Version = info.Main.Version
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Revision = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	return b
}

func (b build) name() string {
	name := b.Version
	if name == "" {
		name = "(devel)"
	}
	if len(b.Revision) >= 12 && name == "(devel)" {
		name += " " + b.Revision[:12]
	}
	return name
}
