package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// An Error is a mistake in a site file.
type Error struct {
	File string `json:"file"`
	Line int    `json:"line,omitempty"` // 0: of the file as a whole
	Text string `json:"text"`
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.File, e.Text)
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Text)
}

// largestFile is the largest site file that is read.
const largestFile = 1 << 20

var errTooLarge = errors.New("larger than a site file can be (1 MiB)")

func readLimited(dir fs.FS, name string) ([]byte, error) {
	f, err := dir.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, largestFile+1))
	if err == nil && len(raw) > largestFile {
		err = errTooLarge
	}
	return raw, err
}

// Parse reads the site that raw, from file, describes, and checks all that it says. The
// error is an *Error, or several joined.
func Parse(file string, raw []byte) (*Site, error) {
	s := &Site{}
	d := toml.NewDecoder(bytes.NewReader(raw)).DisallowUnknownFields()
	if err := d.Decode(s); err != nil {
		return nil, decodeError(file, raw, err)
	}
	s.File = file
	if err := s.check(linesOf(raw)); err != nil {
		return nil, err
	}
	return s, nil
}

func decodeError(file string, raw []byte, err error) error {
	var strict *toml.StrictMissingError
	if errors.As(err, &strict) {
		var all []error
		for _, e := range strict.Errors {
			line, _ := e.Position()
			all = append(all, &Error{File: file, Line: line, Text: unknownKey(e.Key())})
		}
		return errors.Join(all...)
	}
	var one *toml.DecodeError
	if !errors.As(err, &one) {
		return &Error{File: file, Text: strings.TrimPrefix(err.Error(), "toml: ")}
	}
	line, _ := one.Position()
	return &Error{File: file, Line: line, Text: strings.TrimPrefix(one.Error(), "toml: ")}
}
