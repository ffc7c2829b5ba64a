package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"vnlex/cmd/internal/terminal"
)

// An output remembers the first error, so that commands may print freely.
type output struct {
	io.Writer
	err error
}

func (o *output) Write(p []byte) (int, error) {
	if o.err != nil {
		return 0, o.err
	}
	n, err := o.Writer.Write(p)
	o.err = err
	return n, err
}

// printf writes a part of the result.
func (a *app) printf(format string, args ...any) {
	fmt.Fprintf(a.stdout, format, args...)
}

// width is the number of columns of the standard output.
func (a *app) width() int { return terminal.Width(a.stdout.Writer, os.Getenv) }

// json prints one JSON value, with nothing in it that could steer a terminal.
func (a *app) json(v any) error {
	return a.encode(v, "  ")
}

// jsonLine prints one JSON value on a line of its own.
func (a *app) jsonLine(v any) error { return a.encode(v, "") }

func (a *app) encode(v any, indent string) error {
	enc := json.NewEncoder(terminal.Writer{W: a.stdout, JSON: true})
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	return enc.Encode(v)
}
