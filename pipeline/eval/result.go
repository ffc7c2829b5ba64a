package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// A Writer writes what was measured as one JSON value: the decisions as they come, one a
// line, then the figures. Nothing but the decision at hand is held.
type Writer struct {
	w     io.Writer
	begun bool
	count int
	err   error
}

// NewWriter returns a Writer, which begins with the first decision.
func NewWriter(w io.Writer) *Writer {
	return &Writer{w: w}
}

// Decision writes a decision; the sentence of a right one is left out.
func (w *Writer) Decision(d Decision) error {
	if d.Verdict == Right {
		d.Quote = ""
	}
	w.begin()
	if w.count++; w.count > 1 {
		w.write(",")
	}
	w.write("\n")
	w.value(d)
	return w.err
}

// Close ends the value with the figures, and with the comparison if there is one.
func (w *Writer) Close(r *Report, c *Comparison) error {
	w.begin()
	w.write("\n],\n\"sets\":")
	w.value(r.Sets)
	w.write(",\n\"calibration\":")
	w.value(r.Calibration)
	if c != nil {
		w.write(",\n\"against\":")
		w.value(c)
	}
	w.write("}\n")
	return w.err
}

func (w *Writer) begin() {
	if !w.begun {
		w.begun = true
		w.write(`{"decisions":[`)
	}
}

func (w *Writer) write(s string) {
	if w.err == nil {
		_, w.err = io.WriteString(w.w, s)
	}
}

func (w *Writer) value(v any) {
	raw, err := json.Marshal(v)
	if err != nil {
		panic("unreachable: " + err.Error())
	}
	w.write(string(raw))
}

// errResult is what is wrong with a file that was no result of an evaluation.
var errResult = errors.New("it is no output of `vnlex eval --json`")

// readResult reads what a Writer wrote.
func readResult(r io.Reader, each func(Decision)) ([]Set, error) {
	dec := json.NewDecoder(r)
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, errResult
	}
	var sets []Set
	seen := 0
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errResult, err)
		}
		switch name {
		case "decisions":
			seen++
			err = readDecisions(dec, each)
		case "sets":
			seen++
			err = dec.Decode(&sets)
		default:
			var skipped json.RawMessage
			err = dec.Decode(&skipped)
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errResult, err)
		}
	}
	if _, err := dec.Token(); err != nil || seen != 2 {
		return nil, errResult
	}
	return sets, nil
}

func readDecisions(dec *json.Decoder, each func(Decision)) error {
	if t, err := dec.Token(); err != nil || t != json.Delim('[') {
		return errors.Join(errResult, err)
	}
	for dec.More() {
		var d Decision
		if err := dec.Decode(&d); err != nil {
			return err
		}
		each(d)
	}
	_, err := dec.Token()
	return err
}
