package render

import (
	"fmt"
	"io"
	"strings"

	"vnlex/cmd/internal/terminal"
)

// A Node is one entry of a tree.
type Node struct {
	Head     string   // what is looked for
	Notes    []string // what explains it, a paragraph each
	Children []*Node
	Sort     string // the place among its siblings, for who sorts them
}

// Tree draws a node with all below it, that many columns wide.
func Tree(w io.Writer, root *Node, columns int, style Style) {
	t := tree{w, columns, style}
	t.entry(root, "", "", len(root.Children) > 0)
	t.children(root, "")
}

type tree struct {
	w       io.Writer
	columns int
	style   Style
}

func (t tree) children(n *Node, indent string) {
	for i, child := range n.Children {
		branch, below := "├─ ", "│  "
		if i == len(n.Children)-1 {
			branch, below = "└─ ", "   "
		}
		t.entry(child, indent+branch, indent+below, len(child.Children) > 0)
		t.children(child, indent+below)
	}
}

// entry prints a node; first stands before its first line, rest before the others.
func (t tree) entry(n *Node, first, rest string, parent bool) {
	for _, line := range Wrap(terminal.Plain(n.Head), t.room(rest)) {
		fmt.Fprintln(t.w, first+t.style.Bold(line))
		first = rest
	}
	if parent {
		rest += "│  "
	} else {
		rest += "   "
	}
	for _, note := range n.Notes {
		for _, line := range Wrap(terminal.Plain(note), t.room(rest)) {
			fmt.Fprintln(t.w, strings.TrimRight(rest+t.style.Faint(line), " "))
		}
	}
}

func (t tree) room(indent string) int { return max(narrowest, t.columns-Width(indent)) }
