// Package config reads the settings file: TOML with the names of the flags, at
// the top for every command, in a table of a command's name for that one.
package config

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// A Setting is one line of the file.
type Setting struct {
	Command string // empty at the top of the file
	Name    string // empty: the line only names the command
	Value   any
	Line    int
}

// A File holds the settings in the order they stand in. The zero File is an
// empty one.
type File struct {
	Path     string
	Settings []Setting
}

// An Error is a mistake in the file.
type Error struct {
	Path string
	Line int // 0 when the file as a whole is at fault
	Text string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.Path, e.Text)
	}
	return fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Text)
}

// Read reads the file. One that is not there is empty unless it must be there.
func Read(path string, must bool) (File, error) {
	raw, err := os.ReadFile(path)
	if err != nil && !must && errors.Is(err, os.ErrNotExist) {
		return File{Path: path}, nil
	}
	if err != nil {
		return File{}, err
	}
	return parse(path, raw)
}

func parse(path string, raw []byte) (File, error) {
	var tree map[string]any
	if err := toml.Unmarshal(raw, &tree); err != nil {
		return File{}, syntaxError(path, err)
	}
	f := File{Path: path}
	for _, key := range linesOf(raw) {
		if v, ok := lookup(tree, key.path); ok {
			f.Settings = append(f.Settings, settings(key, v)...)
		}
	}
	return f, nil
}

func syntaxError(path string, err error) error {
	var de *toml.DecodeError
	if !errors.As(err, &de) {
		return &Error{Path: path, Text: err.Error()}
	}
	line, _ := de.Position()
	return &Error{Path: path, Line: line, Text: strings.TrimPrefix(de.Error(), "toml: ")}
}

// A keyLine is a key and the line that sets it.
type keyLine struct {
	path   []string
	line   int
	inline bool // not the head of a table
}

// linesOf walks the file once more, for the lines that values do not keep.
func linesOf(raw []byte) []keyLine {
	var p unstable.Parser
	p.Reset(raw)
	var table []string
	var keys []keyLine
	for p.NextExpression() {
		e := p.Expression()
		path, line := keyOf(&p, e)
		if e.Kind == unstable.Table || e.Kind == unstable.ArrayTable {
			table = path
			keys = append(keys, keyLine{path, line, false})
			continue
		}
		full := append(append([]string(nil), table...), path...)
		keys = append(keys, keyLine{full, line, true})
	}
	return keys
}

func keyOf(p *unstable.Parser, e *unstable.Node) (path []string, line int) {
	for it := e.Key(); it.Next(); {
		n := it.Node()
		path = append(path, string(n.Data))
		if line == 0 {
			line = p.Shape(n.Raw).Start.Line
		}
	}
	return path, line
}

func lookup(tree map[string]any, path []string) (any, bool) {
	v, ok := tree[path[0]]
	for _, name := range path[1:] {
		table, isTable := v.(map[string]any)
		if !ok || !isTable {
			return nil, false
		}
		v, ok = table[name]
	}
	return v, ok
}

// settings are what a line sets: one value; of the head of a table the table's
// name alone; of a table in one line each of its values.
func settings(k keyLine, v any) []Setting {
	last := len(k.path) - 1
	table, ok := v.(map[string]any)
	if !ok {
		return []Setting{{strings.Join(k.path[:last], "."), k.path[last], v, k.line}}
	}
	command := strings.Join(k.path, ".")
	all := []Setting{{Command: command, Line: k.line}}
	if k.inline {
		for _, name := range slices.Sorted(maps.Keys(table)) {
			all = append(all, Setting{command, name, table[name], k.line})
		}
	}
	return all
}

// Get returns the value for a flag of a command: of the command's own table,
// else of the top of the file.
func (f File) Get(command, name string) (Setting, bool) {
	var found Setting
	ok := false
	for _, s := range f.Settings {
		if s.Name == name && (s.Command == command || s.Command == "" && !ok) {
			found, ok = s, true
		}
	}
	return found, ok
}
