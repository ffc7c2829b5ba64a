package eval

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"path"
	"path/filepath"
	"strings"
)

// A task is one labelled page, sentence or pair.
type task struct {
	page  string // its name in decisions
	score func(context.Context, *reader, *sheet) error
}

// A format is a kind of gold: a value that has its keys is one of its.
type format struct {
	keys  []string
	parse func(value) ([]task, error)
}

var formats = []format{
	{[]string{"seeds"}, parseSeeds},
	{[]string{"id", "documents", "relations"}, parsePage},
	{[]string{"txt", "number"}, parseGazette},
	{[]string{"text", "entities"}, parseSentence},
	{[]string{"source", "target", "rels"}, parsePair},
	{[]string{"file", "bytes"}, parsePortal},
}

// tasks yields what a gold file wants to be measured.
func tasks(path string, limit int64) iter.Seq2[task, error] {
	return func(yield func(task, error) bool) {
		for v, err := range values(path, limit) {
			all, err := parse(v, err)
			if err != nil {
				yield(task{}, err)
				return
			}
			for _, t := range all {
				if !yield(t, nil) {
					return
				}
			}
		}
	}
}

func parse(v value, err error) ([]task, error) {
	if err != nil {
		return nil, err
	}
	var keys map[string]json.RawMessage
	if json.Unmarshal(v.raw, &keys) != nil {
		return nil, v.fail(Unknown, errors.New("it is no JSON object"))
	}
	for _, f := range formats {
		if f.fits(keys) {
			all, err := f.parse(v)
			if err != nil {
				return nil, v.fail(Malformed, err)
			}
			return all, nil
		}
	}
	return nil, v.fail(Unknown, errors.New("it is of no gold format: "+known()))
}

func (f format) fits(keys map[string]json.RawMessage) bool {
	for _, k := range f.keys {
		if _, ok := keys[k]; !ok {
			return false
		}
	}
	return true
}

// known lists the formats by their keys.
func known() string {
	all := make([]string, len(formats))
	for i, f := range formats {
		all[i] = strings.Join(f.keys, "+")
	}
	return "want the keys " + strings.Join(all, ", or ")
}

// decode reads a value into what its format holds.
func decode(v value, into any) error {
	err := json.Unmarshal(v.raw, into)
	if e := (*json.UnmarshalTypeError)(nil); errors.As(err, &e) {
		return fmt.Errorf("%s is a %s", e.Field, e.Value)
	}
	return err
}

// setName names a gold file in decisions: by its last two elements, so that the same
// gold seen from another folder is the same.
func setName(file string) string {
	p := filepath.ToSlash(filepath.Clean(file))
	return strings.TrimPrefix(path.Join(path.Base(path.Dir(p)), path.Base(p)), "/")
}
