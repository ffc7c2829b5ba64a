package pipeline

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"time"
)

// lineMark stands between a .jsonl file and the number of a line, where the line
// gives its page no url of its own.
const lineMark = "#"

// A line is one page in a .jsonl file.
type line struct {
	URL     string  `json:"url"`
	HTML    *string `json:"html"`
	Text    *string `json:"text"`
	Fetched string  `json:"fetched"`
}

// lines yields the pages of a .jsonl file; of one line alone unless only is 0. A line
// that is too large or no page fails alone, and is never held whole.
func lines(name string, only int, opt Options) iter.Seq[input] {
	return func(yield func(input) bool) {
		f, err := os.Open(name)
		if err != nil {
			yield(unreadable(name, err))
			return
		}
		defer f.Close()
		if only == 0 && !yield(input{url: clean(name), place: true}) {
			return
		}
		r := bufio.NewReaderSize(f, 1<<16)
		for n := 1; ; n++ {
			text, tooLarge, err := nextLine(r, opt.MaxBytes)
			origin := fmt.Sprintf("%s%s%d", clean(name), lineMark, n)
			if (only == 0 || only == n) && (tooLarge || len(bytes.TrimSpace(text)) > 0) {
				if !yield(pageOf(origin, text, tooLarge, opt)) {
					return
				}
			}
			if err == nil {
				continue
			}
			if !errors.Is(err, io.EOF) {
				yield(unreadable(name, err))
			}
			return
		}
	}
}

// nextLine reads a line; one over the limit is skipped.
func nextLine(r *bufio.Reader, limit int64) (text []byte, tooLarge bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if !tooLarge && int64(len(text)+len(part)) <= limit+1 {
			text = append(text, part...)
		} else {
			text, tooLarge = nil, true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return text, tooLarge, err
		}
	}
}

// pageOf makes a line into a page.
func pageOf(origin string, text []byte, tooLarge bool, opt Options) input {
	in := input{url: origin, origin: origin}
	if tooLarge {
		in.failed = &PageError{origin, "too_large", tooLargeReason(opt)}
		return in
	}
	var l line
	if err := json.Unmarshal(text, &l); err != nil {
		in.failed = &PageError{origin, "bad_json", err.Error()}
		return in
	}
	if l.URL != "" {
		in.url = l.URL
	}
	in.stamped, _ = time.Parse(time.RFC3339, l.Fetched)
	body := ""
	switch {
	case l.HTML != nil:
		in.media, body = "text/html; charset=utf-8", *l.HTML
	case l.Text != nil:
		in.media, body = "text/plain; charset=utf-8", *l.Text
	default:
		in.failed = &PageError{in.url, "bad_json", "neither html nor text"}
	}
	in.open = func(context.Context) (content, error) {
		return content{body: io.NopCloser(bytes.NewReader([]byte(body))),
			size: int64(len(body))}, nil
	}
	return in
}

func tooLargeReason(opt Options) string {
	return fmt.Sprintf("more than %d bytes (--max-bytes)", opt.MaxBytes)
}
