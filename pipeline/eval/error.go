package eval

import (
	"errors"
	"fmt"
)

// A Code says what kind of mistake a gold file has.
type Code string

const (
	Unreadable Code = "unreadable" // the file itself
	Malformed  Code = "malformed"  // a value that is no JSON, or lacks what its format needs
	Unknown    Code = "unknown"    // a value of no format that is known
	Empty      Code = "empty"      // a file without a labelled page
	NoText     Code = "no_text"    // a labelled page whose text is not there
)

// A GoldError says what is wrong with a gold file, and where.
type GoldError struct {
	Path string
	Line int // 0: the file as a whole
	Code Code
	Err  error // the cause; nil: the code says it all
}

func (e *GoldError) Error() string {
	s := e.Path
	if e.Line > 0 {
		s = fmt.Sprintf("%s, line %d", e.Path, e.Line)
	}
	if e.Err == nil {
		return fmt.Sprintf("%s: %s gold", s, e.Code)
	}
	return fmt.Sprintf("%s: %v", s, e.Err)
}

func (e *GoldError) Unwrap() error { return e.Err }

var errTooLong = errors.New("longer than a page may be")

// lacking says what a value of a known format does not have.
func lacking(what string) error { return fmt.Errorf("it has no %s", what) }
