package main

import (
	"fmt"
	"io"
	"os"

	"vnlex/cmd/internal/render"
	"vnlex/cmd/internal/terminal"
)

// count closes a table or tree with how many there are; none is an answer too.
func (a *app) count(w io.Writer, key string, n int) {
	fmt.Fprintln(w, a.text(fmt.Sprintf("%s.%s", key, form(n)), n))
}

// form is the plural form of a count: none, one, many.
func form(n int) string {
	switch n {
	case 0:
		return "none"
	case 1:
		return "one"
	}
	return "many"
}

// style marks text on a terminal, unless the user wants none (no-color.org).
func (a *app) style() render.Style {
	return render.Style{Color: terminal.Is(a.stdout.Writer) && os.Getenv("NO_COLOR") == ""}
}

// plain makes text from outside fit for a line of a terminal.
func plain(s string) string { return terminal.Plain(s) }
