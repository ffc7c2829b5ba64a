package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"vnlex/cmd/internal/message"
)

// parse reads the command line, the variables and the settings file. It returns
// nil when all that was asked for was help.
func (a *app) parse(args []string) (*kong.Context, error) {
	var c cli
	var helped bool
	set := &settings{app: a, args: args}
	k, err := kong.New(&c,
		kong.Name("vnlex"),
		kong.Writers(a.stdout, a.stderr),
		kong.Exit(func(int) { helped = true }),
		kong.Help(a.help),
		kong.Resolvers(set),
	)
	if err != nil {
		panic("unreachable: " + err.Error())
	}
	a.cli = k
	if len(args) == 0 {
		return nil, a.welcome()
	}
	a.command = commandOf(k, args)
	selected, err := k.Parse(args)
	if helped {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	a.globals = c.globals
	node := selected.Selected()
	a.command = topOf(node).Name
	if slices.Contains(subcommands(topOf(node)), node) {
		a.below = node.Name
	}
	a.limited = typed(selected, "limit") || set.says(a.command, "limit")
	if c.Lang != "" {
		a.lang = message.Lang(c.Lang)
	}
	return selected, a.checkFormat()
}

// checkFormat refuses a --format that the command does not write.
func (a *app) checkFormat() error {
	takes := formats[a.command]
	if a.Format == "" || slices.Contains(takes, a.Format) {
		return nil
	}
	if len(takes) == 0 {
		return usageError{a.errorf("usage.noformat")}
	}
	return usageError{a.errorf("usage.format", a.Format, strings.Join(takes, ", "))}
}

// commandOf returns the command that the line is for, so that mistakes before
// it name it too; empty when there is none.
func commandOf(k *kong.Kong, args []string) string {
	for _, arg := range args {
		for _, node := range k.Model.Children {
			if node.Name == arg {
				return arg
			}
		}
	}
	return ""
}

// typed reports whether a flag stands on the command line.
func typed(k *kong.Context, flag string) bool {
	return slices.ContainsFunc(k.Path, func(p *kong.Path) bool {
		return p.Flag != nil && p.Flag.Name == flag && !p.Resolved
	})
}

// topOf returns the command that a subcommand belongs to.
func topOf(n *kong.Node) *kong.Node {
	for n.Parent != nil && n.Parent.Type != kong.ApplicationNode {
		n = n.Parent
	}
	return n
}

// languageOf returns the language of messages before the line is parsed: help
// and mistakes are told in it. The settings file may change it afterwards.
func languageOf(args []string) message.Lang {
	if v := flagValue(args, "--lang"); slices.Contains(message.Langs, message.Lang(v)) {
		return message.Lang(v)
	}
	return message.FromLocale(os.Getenv)
}

// flagValue returns the value of a flag in unparsed arguments.
func flagValue(args []string, flag string) string {
	for i, arg := range args {
		if v, ok := strings.CutPrefix(arg, flag+"="); ok {
			return v
		}
		if arg == flag && i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}

// configPath returns where the settings stand, and whether the user named them.
func configPath(args []string) (path string, named bool) {
	if v := flagValue(args, "--config"); v != "" {
		return v, true
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", false
	}
	return filepath.Join(dir, "vnlex", "config.toml"), false
}

// databasePath returns --db, or the place of the user's data, whose folder is made.
func (a *app) databasePath() (string, error) {
	if a.DB != "" {
		return a.DB, nil
	}
	dir, err := a.dataFolder()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "vnlex.db"), os.MkdirAll(dir, 0o755)
}

func (a *app) dataFolder() (string, error) {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", a.errorf("db.nowhere")
	}
	return filepath.Join(home, ".local", "share"), nil
}
