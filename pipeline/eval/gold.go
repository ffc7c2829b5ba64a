package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
)

// A value is one JSON value of a gold file.
type value struct {
	path string
	line int // where it begins
	raw  []byte
}

func (v value) fail(code Code, err error) error { return &GoldError{v.path, v.line, code, err} }

// beside returns the path of a file that stands beside the gold.
func (v value) beside(name string) string {
	return filepath.Join(filepath.Dir(v.path), filepath.FromSlash(name))
}

// values yields the values of a gold file: one a line, or one over many lines. No more
// than one is held.
func values(path string, limit int64) iter.Seq2[value, error] {
	return func(yield func(value, error) bool) {
		f, err := os.Open(path)
		if err != nil {
			yield(value{}, &GoldError{Path: path, Code: Unreadable, Err: pathless(err)})
			return
		}
		defer f.Close()
		v := valueReader{r: bufio.NewReaderSize(f, 1<<16), path: path, limit: limit}
		for {
			next, err := v.next()
			if errors.Is(err, io.EOF) || !yield(next, err) || err != nil {
				return
			}
		}
	}
}

// pathless takes the path out of an error that is told with it anyway.
func pathless(err error) error {
	if e := (*os.PathError)(nil); errors.As(err, &e) {
		return e.Err
	}
	return err
}

type valueReader struct {
	r     *bufio.Reader
	path  string
	limit int64
	line  int // lines that were read
	found int // values that were found
}

// next returns the next value, io.EOF behind the last.
func (v *valueReader) next() (value, error) {
	for {
		text, err := v.text()
		out := value{v.path, v.line, bytes.TrimSpace(text)}
		switch {
		case err != nil && !errors.Is(err, io.EOF):
			return out, out.fail(Unreadable, pathless(err))
		case len(out.raw) == 0 && err != nil:
			return out, io.EOF
		case len(out.raw) == 0:
			continue
		}
		v.found++
		return v.whole(out)
	}
}

// text reads a line.
func (v *valueReader) text() ([]byte, error) {
	v.line++
	var text []byte
	for {
		part, err := v.r.ReadSlice('\n')
		text = append(text, part...)
		switch {
		case int64(len(text)) > v.limit:
			return nil, errTooLong
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		}
		if v.line == 1 {
			text = bytes.TrimPrefix(text, []byte("\ufeff"))
		}
		return text, err
	}
}

// whole checks a value. The first of a file may go on over all its lines.
func (v *valueReader) whole(first value) (value, error) {
	err := syntax(first.raw)
	if !errors.Is(err, io.ErrUnexpectedEOF) || v.found > 1 {
		return first, failed(first, err)
	}
	rest, err := io.ReadAll(io.LimitReader(v.r, v.limit+1))
	if err != nil {
		return first, first.fail(Unreadable, pathless(err))
	}
	if int64(len(rest)) > v.limit {
		return first, first.fail(Unreadable, errTooLong)
	}
	all := value{first.path, first.line, append(append(first.raw, '\n'), rest...)}
	return all, failed(all, syntax(all.raw))
}

// failed tells a mistake with the line it stands in.
func failed(v value, err error) error {
	if err == nil {
		return nil
	}
	if e := (*json.SyntaxError)(nil); errors.As(err, &e) {
		before := v.raw[:min(max(e.Offset-1, 0), int64(len(v.raw)))]
		v.line += bytes.Count(before, []byte("\n"))
	}
	return v.fail(Malformed, err)
}

// syntax returns what is wrong with a JSON value, io.ErrUnexpectedEOF when its end is missing.
func syntax(raw []byte) error {
	dec := json.NewDecoder(bytes.NewReader(raw))
	var one json.RawMessage
	if err := dec.Decode(&one); err != nil {
		return err
	}
	if rest := raw[dec.InputOffset():]; len(bytes.TrimSpace(rest)) > 0 {
		return fmt.Errorf("%.20q stands behind the value", bytes.TrimSpace(rest))
	}
	return nil
}
