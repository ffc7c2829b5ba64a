package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"

	"github.com/alecthomas/kong"

	"vnlex/cmd/internal/message"
)

// What the process ends with.
const (
	statusDone        = 0
	statusFailed      = 1 // or finished with some pages failed
	statusUsage       = 2
	statusInterrupted = 130
)

// errReported ends a command with status 1 when all there is to say was said.
var errReported = errors.New("reported")

// A usageError is a wrong command line that parsing could not see.
type usageError struct{ error }

// An app is what a command runs with.
type app struct {
	globals
	lang    message.Lang
	command string
	below   string // of the command, the one that was named; mostly none
	limited bool   // --limit was given for this command, not for answers of all kinds
	cli     *kong.Kong
	stdin   io.Reader
	stdout  *output
	stderr  io.Writer
	log     *slog.Logger
}

// run runs one command line and returns the status to exit with.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{command: "", stdin: stdin, stdout: &output{Writer: stdout}, stderr: stderr}
	a.lang = languageOf(args)
	a.log = slog.New(&logHandler{app: a})
	err := a.run(ctx, args)
	if err == nil {
		err = a.stdout.err
	}
	return a.report(ctx, err)
}

func (a *app) run(ctx context.Context, args []string) error {
	selected, err := a.parse(args)
	if err != nil || selected == nil {
		return err
	}
	selected.BindTo(ctx, (*context.Context)(nil))
	return selected.Run(a)
}

// report says what went wrong and what to do next, and returns the status.
func (a *app) report(ctx context.Context, err error) int {
	var wrong usageError
	var parse *kong.ParseError
	if mistake, ok := asSetting(err); ok {
		a.log.Error(a.explain(mistake))
		return statusFailed
	}
	switch {
	case err == nil:
		return statusDone
	case errors.Is(err, errUsageShown):
		return statusUsage
	case ctx.Err() != nil:
		a.log.Error(a.text("interrupted"))
		return statusInterrupted
	case errors.Is(err, errReported):
		return statusFailed
	case errors.As(err, &wrong):
		a.log.Error(wrong.Error())
	case errors.As(err, &parse):
		a.log.Error(a.usage(parse))
	default:
		a.log.Error(a.explain(err))
		return statusFailed
	}
	a.log.Error(a.text("usage.help", a.helpCommand()))
	return statusUsage
}

func (a *app) helpCommand() string {
	if a.command == "" {
		return "vnlex --help"
	}
	return "vnlex " + a.called() + " --help"
}

// called is the command as a person types it.
func (a *app) called() string { return strings.Join(filled(a.command, a.below), " ") }

// text returns a message in the language of the run.
func (a *app) text(key string, args ...any) string { return a.lang.Text(key, args...) }

// say writes a line on the standard error, unless --quiet.
func (a *app) say(key string, args ...any) {
	a.log.Info(a.text(key, args...))
}
