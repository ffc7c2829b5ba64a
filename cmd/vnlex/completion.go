package main

import (
	_ "embed"
	"strings"
	"text/template"

	"github.com/alecthomas/kong"
)

// A completionCmd prints a script that teaches a shell the commands and flags.
type completionCmd struct {
	Shell string `arg:"" enum:"bash,zsh,fish"`
}

var (
	//go:embed completion/bash.tmpl
	bashScript string
	//go:embed completion/zsh.tmpl
	zshScript string
	//go:embed completion/fish.tmpl
	fishScript string
)

// A word is a command or flag with what it is for.
type word struct {
	Name  string
	Help  string
	Value bool // the flag takes one
	Flags []word
}

func (c completionCmd) Run(a *app) error {
	script := map[string]string{"bash": bashScript, "zsh": zshScript, "fish": fishScript}[c.Shell]
	quote := template.FuncMap{"quote": func(s string) string {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}}
	t := template.Must(template.New(c.Shell).Funcs(quote).Parse(script))
	return t.Execute(a.stdout, map[string][]word{
		"Commands": a.commandWords(a.cli.Model),
		"Globals":  a.flagWords("", a.cli.Model.Flags),
	})
}

func (a *app) commandWords(model *kong.Application) []word {
	var words []word
	for _, n := range model.Children {
		words = append(words, word{
			Name:  n.Name,
			Help:  a.text("help." + n.Name),
			Flags: a.flagWords(n.Name, n.Flags),
		})
	}
	return words
}

func (a *app) flagWords(command string, flags []*kong.Flag) []word {
	var words []word
	for _, f := range flags {
		help := a.text(flagKey(command, f.Name))
		words = append(words, word{Name: f.Name, Help: help, Value: !f.IsBool()})
	}
	return words
}
