package main

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"vnlex/cmd/internal/config"
)

// settings gives flags that stand on no command line their value: from the
// environment, else from the settings file, which is read when first needed.
type settings struct {
	app  *app
	args []string
	file *config.File
}

// A settingError is a mistake in a variable or in the settings file: the
// command line itself is right.
type settingError struct{ error }

func (e settingError) Unwrap() error { return e.error }

// asSetting returns the mistake without what the parser says of the flag that it
// was looking at.
func asSetting(err error) (error, bool) {
	var s settingError
	ok := errors.As(err, &s)
	return s.error, ok
}

// Validate does nothing: the file is checked before its first value is used.
func (s *settings) Validate(*kong.Application) error { return nil }

// Resolve returns the value of a flag, nil when nothing sets it.
func (s *settings) Resolve(k *kong.Context, _ *kong.Path, f *kong.Flag) (any, error) {
	if err := s.load(k.Model); err != nil {
		return nil, settingError{err}
	}
	if name := variables[f.Name]; os.Getenv(name) != "" {
		v := os.Getenv(name)
		return v, s.check(f, v, name)
	}
	found, ok := s.file.Get(s.app.command, f.Name)
	if !ok {
		return nil, nil
	}
	v := fmt.Sprint(found.Value)
	return v, s.check(f, v, fmt.Sprintf("%s:%d", s.file.Path, found.Line))
}

// says reports whether the file sets the flag in the table of the command itself.
func (s *settings) says(command, name string) bool {
	return s.file != nil && slices.ContainsFunc(s.file.Settings, func(set config.Setting) bool {
		return set.Command == command && set.Name == name
	})
}

// check tries the value, so that a mistake tells where it stands.
func (s *settings) check(f *kong.Flag, v, where string) error {
	probe := reflect.New(f.Target.Type()).Elem()
	scan := kong.Scan().PushTyped(v, kong.FlagValueToken)
	err := f.Mapper.Decode(&kong.DecodeContext{Value: f.Value, Scan: scan}, probe)
	if err == nil && f.Enum != "" && !f.EnumMap()[v] {
		err = fmt.Errorf("want one of %s, not %q", f.Enum, v)
	}
	if err != nil {
		return settingError{fmt.Errorf("%s: %w", where, err)}
	}
	return nil
}

// load reads the file once and refuses names that no flag has.
func (s *settings) load(model *kong.Application) error {
	if s.file != nil {
		return nil
	}
	path, named := configPath(s.args)
	file := config.File{}
	if path != "" {
		var err error
		if file, err = config.Read(path, named); err != nil {
			return err
		}
	}
	s.file = &file
	for _, set := range file.Settings {
		if err := s.known(model, set); err != nil {
			return err
		}
	}
	return nil
}

// known reports an unknown name with the nearest one.
func (s *settings) known(model *kong.Application, set config.Setting) error {
	node := model.Node
	if set.Command != "" {
		commands := namesOf(model.Children, func(n *kong.Node) string { return n.Name })
		node = child(model, set.Command)
		if node == nil {
			return s.unknown(set, set.Command, commands)
		}
	}
	flags := namesOf(node.Flags, func(f *kong.Flag) string { return f.Name })
	if node != model.Node {
		flags = append(flags, namesOf(model.Flags, func(f *kong.Flag) string { return f.Name })...)
	}
	if set.Name == "" {
		return nil
	}
	for _, name := range flags {
		if name == set.Name && name != "help" && name != "config" {
			return nil
		}
	}
	return s.unknown(set, set.Name, flags)
}

func (s *settings) unknown(set config.Setting, name string, known []string) error {
	text := s.app.text("config.unknown", name, nearest(name, known))
	return &config.Error{Path: s.file.Path, Line: set.Line, Text: text}
}

func child(model *kong.Application, name string) *kong.Node {
	for _, n := range model.Children {
		if n.Name == name {
			return n
		}
	}
	return nil
}

func namesOf[T any](list []T, name func(T) string) []string {
	var names []string
	for _, x := range list {
		names = append(names, name(x))
	}
	return names
}

// nearest returns the name with the fewest edits to the one given.
func nearest(name string, known []string) string {
	best, least := "", 1<<30
	for _, k := range known {
		if d := distance(strings.ToLower(name), k); d < least {
			best, least = k, d
		}
	}
	return best
}

// distance counts the edits between two names (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
