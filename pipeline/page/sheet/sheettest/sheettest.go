// Package sheettest shows what a reader of office files has made, for its tests.
package sheettest

import (
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"vnlex/pipeline/page/fault"
)

// Lines writes a body in short: a line for a paragraph, [a | b] for a row.
func Lines(n *html.Node) string {
	var b strings.Builder
	write(&b, n)
	return strings.TrimSpace(strings.ReplaceAll(b.String(), "\n| ", " | "))
}

func write(b *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
	case n.DataAtom == atom.Br:
		b.WriteString("/")
	case n.DataAtom == atom.Tr:
		b.WriteString("[")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		write(b, c)
	}
	switch n.DataAtom {
	case atom.P:
		b.WriteString("\n")
	case atom.Td:
		b.WriteString("| ")
	case atom.Tr:
		b.WriteString("]\n")
	}
}

// Code returns the code of a *fault.Error; empty: err is none.
func Code(err error) string {
	var e *fault.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}
