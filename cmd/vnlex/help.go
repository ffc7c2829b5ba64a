package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
	"vnlex/cmd/internal/render"
)

// groups are the parts of the list of commands, in order.
var groups = []string{"start", "pages", "questions", "upkeep"}

// help prints the help of the command that the line names, else of vnlex.
func (a *app) help(_ kong.HelpOptions, k *kong.Context) error {
	if node := k.Selected(); node != nil {
		if node.Parent.DefaultCmd == node {
			node = node.Parent
		}
		a.commandHelp(a.stdout, k.Model, node)
		return nil
	}
	a.fullHelp(a.stdout, k.Model)
	return nil
}

// welcome meets a person who typed nothing behind vnlex.
func (a *app) welcome() error {
	a.fullHelp(a.stderr, a.cli.Model)
	return errUsageShown
}

func (a *app) fullHelp(w io.Writer, model *kong.Application) {
	fmt.Fprintf(w, "%s\n\n", a.text("help.vnlex"))
	fmt.Fprintf(w, "%s: vnlex %s\n", a.text("help.usage"), a.text("help.line"))
	for _, group := range groups {
		rows := [][2]string{}
		for _, node := range model.Children {
			if node.Group != nil && node.Group.Key == group {
				rows = append(rows, [2]string{node.Name, a.text("help." + node.Name)})
			}
		}
		a.section(w, "help.group."+group, rows)
	}
	a.section(w, "help.everywhere", a.flagRows("", model.Flags))
	fmt.Fprintf(w, "\n%s\n", a.text("help.more"))
}

func (a *app) commandHelp(w io.Writer, model *kong.Application, node *kong.Node) {
	name := nameOf(node)
	fmt.Fprintf(w, "%s: vnlex %s\n\n", a.text("help.usage"), usageLine(node))
	fmt.Fprintln(w, a.text("help."+name))
	if more := "detail." + name; a.has(more) {
		fmt.Fprintf(w, "\n%s\n", a.text(more))
	}
	var args, below [][2]string
	for _, p := range node.Positional {
		args = append(args, [2]string{strings.ToUpper(p.Name), a.text(argKey(name, p.Name))})
	}
	for _, n := range subcommands(node) {
		below = append(below, [2]string{node.Name + " " + n.Name, a.text("help." + nameOf(n))})
	}
	a.section(w, "help.commands", below)
	a.section(w, "help.arguments", args)
	a.section(w, "help.flags", a.flagRows(name, node.Flags))
	a.section(w, "help.everywhere", a.commonRows(name, model.Flags))
	fmt.Fprintf(w, "\n%s:\n", a.text("help.example"))
	for _, line := range examples[name] {
		fmt.Fprintf(w, "  %s\n", line)
	}
}

// nameOf is the name of a command in messages and examples: sites, sites-check. The
// subcommand that a command runs when none is named goes by the command's name.
func nameOf(n *kong.Node) string {
	switch {
	case n.Parent == nil || n.Parent.Type == kong.ApplicationNode:
		return n.Name
	case n.Parent.DefaultCmd == n:
		return nameOf(n.Parent)
	}
	return nameOf(n.Parent) + "-" + n.Name
}

// subcommands are those that a person has to name.
func subcommands(n *kong.Node) []*kong.Node {
	return slices.DeleteFunc(slices.Clone(n.Children), func(c *kong.Node) bool {
		return c == n.DefaultCmd
	})
}

// usageLine shows the arguments as the manual writes them: KEY, [SITE…], URL….
func usageLine(node *kong.Node) string {
	line := node.Name
	if node.Parent.Type != kong.ApplicationNode {
		line = node.Parent.Name + " " + line
	}
	if len(subcommands(node)) > 0 {
		line += " [COMMAND]"
	}
	if len(node.Flags) > 0 {
		line += " [flags]"
	}
	for _, p := range node.Positional {
		name := strings.ToUpper(p.Name)
		if p.IsCumulative() {
			name += "…"
		}
		if !p.Required {
			name = "[" + name + "]"
		}
		line += " " + name
	}
	return line
}

func (a *app) flagRows(command string, flags []*kong.Flag) [][2]string {
	var rows [][2]string
	for _, f := range flags {
		if f.Hidden {
			continue
		}
		text := a.text(flagKey(command, f.Name))
		if v := variables[f.Name]; v != "" && command == "" {
			text += " (" + v + ")"
		}
		rows = append(rows, [2]string{flagForm(f), text})
	}
	return rows
}

// commonRows are the flags of every command, in the words of one that means something
// else by them.
func (a *app) commonRows(command string, flags []*kong.Flag) [][2]string {
	rows := a.flagRows("", flags)
	i := 0
	for _, f := range flags {
		if f.Hidden {
			continue
		}
		if own := flagKey(command, f.Name); a.has(own) {
			rows[i][1] = a.text(own)
		}
		i++
	}
	return rows
}

func flagForm(f *kong.Flag) string {
	form := "    --" + f.Name
	if f.Short != 0 {
		form = "-" + string(f.Short) + ", --" + f.Name
	}
	if !f.IsBool() {
		form += " " + f.FormatPlaceHolder()
	}
	return form
}

// flagKey is the message of a flag: the command's own, else the common one.
func flagKey(command, flag string) string {
	if key := "flag." + command + "." + flag; command != "" {
		return key
	}
	return "flag." + flag
}

func argKey(command, arg string) string { return "arg." + command + "." + arg }

// section prints two columns under a heading, nothing when there are no rows.
func (a *app) section(w io.Writer, heading string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	wide := 0
	for _, r := range rows {
		wide = max(wide, render.Width(r[0]))
	}
	fmt.Fprintf(w, "\n%s:\n", a.text(heading))
	for _, r := range rows {
		gap := strings.Repeat(" ", wide-render.Width(r[0])+2)
		indent := strings.Repeat(" ", wide+4)
		body := strings.Join(render.Wrap(r[1], max(30, a.width()-wide-4)), "\n"+indent)
		fmt.Fprintf(w, "  %s%s%s\n", r[0], gap, body)
	}
}
