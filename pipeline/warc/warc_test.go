package warc

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"vnlex/pipeline/page/fault"
)

var (
	monday  = time.Date(2026, 3, 2, 1, 2, 3, 0, time.UTC)
	tuesday = monday.Add(24 * time.Hour)
	most    = Limits{Body: 1 << 20}
)

func sum(s string) []byte {
	h := sha256.Sum256([]byte(s))
	return h[:]
}

// visits are of a page of a server, of one with an address that is no URI, of a file, and
// two that had not changed.
func visits() []Visit {
	const html = "<p>Quyết định số 12/2024/QĐ-UBND</p>"
	head := "Content-Type: text/html; charset=utf-8\r\nETag: \"1\"\r\nContent-Encoding: gzip\r\n" +
		"Content-Length: 7\r\n"
	return []Visit{
		{Page: "a/Quyết định.txt", At: monday, Media: "text/plain; charset=utf-8",
			SHA256: sum("Số: 5"),
			Body:   []byte("Số: 5")},
		{Page: "b.pdf", At: monday, SHA256: sum("%PDF-1"), Body: []byte("%PDF-1")},
		{Page: "http://a.vn/văn bản?id=1", At: monday, Status: 200,
			Media:  "text/html; charset=utf-8",
			Header: head, SHA256: sum(html), Body: []byte(html)},
		{Page: "https://a.vn/1", At: monday, Status: 200, Media: "text/html; charset=utf-8",
			Header: head,
			SHA256: sum(html), Body: []byte(html)},
		{Page: "https://a.vn/1", At: tuesday, Status: 304, Header: "ETag: \"1\"\r\n",
			SHA256:    sum(html),
			Unchanged: "not-modified"},
		{Page: "https://a.vn/1", At: tuesday.Add(time.Hour), Status: 200, Header: head,
			SHA256:    sum(html),
			Unchanged: "digest"},
		{Page: "https://a.vn/2", At: monday, Status: 404, SHA256: sum("")},
	}
}

func write(t testing.TB, all []Visit) []byte {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b)
	for _, v := range all {
		if err := w.Put(v); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// read reads all of a file, errors as their codes.
func read(raw []byte, lim Limits) (pages []Record, codes []string) {
	for r, err := range Read(bytes.NewReader(raw), 0, lim) {
		var e *fault.Error
		if errors.As(err, &e) {
			codes = append(codes, e.Code)
			continue
		}
		pages = append(pages, r)
	}
	return pages, codes
}

var noOffset = cmpopts.IgnoreFields(Record{}, "Offset")

func TestRoundTrip(t *testing.T) {
	raw := write(t, visits())
	if again := write(t, visits()); !bytes.Equal(raw, again) {
		t.Error("the same visits gave other bytes")
	}
	got, codes := read(raw, most)
	var want []Record
	for _, v := range visits()[:4] {
		want = append(want, Record{Page: v.Page, At: v.At, Media: v.Media,
			Body: v.Body, Answer: v.Status > 0})
	}
	if diff := cmp.Diff(want, got, noOffset); diff != "" || codes != nil {
		t.Errorf("read again: %v (-want +got)\n%s", codes, diff)
	}
	for _, r := range got {
		for again, err := range Read(bytes.NewReader(raw), r.Offset, most) {
			if err != nil || again.Page != r.Page {
				t.Errorf("the record at byte %d is of %q, %v, want %q", r.Offset, again.Page,
					err, r.Page)
			}
			break
		}
	}
	plain, err := io.ReadAll(must(gzip.NewReader(bytes.NewReader(raw))))
	if err != nil {
		t.Fatal(err)
	}
	if got, codes = read(plain, most); len(got) != len(want) || codes != nil {
		t.Errorf("not compressed: %d pages, %v, want %d", len(got), codes, len(want))
	}
	for _, want := range []string{"\r\nWARC-Type: revisit\r\n", "/revisit/server-not-modified\r\n",
		"/revisit/identical-payload-digest\r\n", "\r\nWARC-Type: warcinfo\r\n",
		"\r\nHTTP/1.1 304 Not Modified\r\n",
		"\r\nWARC-Refers-To-Date: 2026-03-02T01:02:03.000Z\r\n"} {
		if !bytes.Contains(plain, []byte(want)) {
			t.Errorf("the file has no %q", want)
		}
	}
	if bytes.Contains(plain, []byte("Content-Encoding")) {
		t.Error("the file says that a body is coded, which it is not")
	}
	var one bytes.Buffer
	z := gzip.NewWriter(&one)
	z.Write(plain)
	z.Close()
	if got, codes = read(one.Bytes(), most); len(got) != len(want) || codes != nil {
		t.Errorf("compressed as a whole: %d pages, %v, want %d", len(got), codes, len(want))
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// record writes a record as others do.
func record(kind, uri, fields, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: "+
		"2026-03-02T01:02:03Z\r\n"+
		"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n%sContent-Length: "+
		"%d\r\n\r\n%s\r\n\r\n",
		kind, uri, fields, len(block), block)
}

const answer = "Content-Type: application/http; msgtype=response\r\n"

func packed(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func TestRead(t *testing.T) {
	const html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
	good := record("response", "http://a.vn/z", answer, html+"\r\nz")
	for _, tt := range []struct {
		name, in string
		want     []string // pages, as URL: body
		codes    []string
	}{
		{"chunked", record("response", "http://a.vn/1", answer,
			html+"Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"),
			[]string{"http://a.vn/1: abc"}, nil},
		{"said to be chunked", record("response", "http://a.vn/1", answer,
			html+"Transfer-Encoding: chunked\r\n\r\nabc"),
			[]string{"http://a.vn/1: abc"}, nil},
		{"packed", record("response", "http://a.vn/1", answer, html+"Content-Encoding: gzip\r\n"+
			"\r\n"+packed("abc")),
			[]string{"http://a.vn/1: abc"}, nil},
		{"said to be packed", record("response", "http://a.vn/1", answer,
			html+"Content-Encoding: gzip\r\n\r\nabc"),
			[]string{"http://a.vn/1: abc"}, nil},
		{"no reason, other version, address in brackets", record("response", "<http://a.vn/1>",
			answer,
			"HTTP/2 200\nContent-Type: text/html\n\nabc"), []string{"http://a.vn/1: abc"}, nil},
		{"resource", record("resource", "http://a.vn/1", "Content-Type: text/plain\r\n", "abc"),
			[]string{"http://a.vn/1: abc"}, nil},
		{"what is no page", record("request", "http://a.vn/1", answer, "GET / HTTP/1.1\r\n\r\n") +
			record("response", "http://a.vn/2", answer, "HTTP/1.1 404 Not Found\r\n\r\nabc") +
			record("response", "http://a.vn/3", answer, "HTTP/1.1 200 OK\r\nContent-Type: "+
				"image/png\r\n\r\nabc") +
			record("metadata", "http://a.vn/4", "", "abc") + good, []string{"http://a.vn/z: z"},
			nil},
		{"the same as at another address", record("response", "http://a.vn/1",
			answer+"WARC-Payload-Digest: sha1:AA\r\n", html+"\r\nabc") +
			record("revisit", "http://a.vn/2", answer+"WARC-Payload-Digest: sha1:AA\r\n"+
				"WARC-Refers-To-Target-URI: http://a.vn/1\r\n"+
				"WARC-Profile: "+
				"http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n",
				html+"\r\n"),
			[]string{"http://a.vn/1: abc", "http://a.vn/2 as at 0"}, nil},
		{"the same as what is not there", record("revisit", "http://a.vn/2",
			answer+"WARC-Payload-Digest: sha1:AA\r\n"+
				"WARC-Refers-To-Target-URI: http://a.vn/1\r\nWARC-Profile: "+
				"http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n",
			html+"\r\n") + good, []string{"http://a.vn/z: z"}, []string{"bad_warc"}},

		{"rubbish before and between", "rubbish" + good + "rubbish\r\n" + good,
			[]string{"http://a.vn/z: z", "http://a.vn/z: z"}, []string{"bad_warc", "bad_warc"}},
		{"cut off", good + good[:len(good)-12], []string{"http://a.vn/z: z"}, []string{"bad_warc"}},
		{"other bytes than were written", record("resource", "http://a.vn/1",
			"WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n", "abc") + good,
			[]string{"http://a.vn/z: z"}, []string{"bad_warc"}},
		{"cut off when it was fetched", record("response", "http://a.vn/1",
			answer+"WARC-Truncated: length\r\n", html+"\r\nab") + good,
			[]string{"http://a.vn/z: z"}, []string{"too_large"}},
		{"no length", "WARC/1.0\r\nWARC-Type: resource\r\n\r\nabc\r\n\r\n" + good,
			[]string{"http://a.vn/z: z"},
			[]string{"bad_warc"}},
		{"a length that is none", "WARC/1.0\r\nContent-Length: -5\r\n\r\n" + good,
			[]string{"http://a.vn/z: z"},
			[]string{"bad_warc"}},
		{"a head without end", "WARC/1.0\r\nA: " + strings.Repeat("a", 1<<20) + "\r\n" + good,
			[]string{"http://a.vn/z: z"},
			[]string{"bad_warc"}},
		{"too large", record("resource", "http://a.vn/1", "", strings.Repeat("a", 3<<20)) +
			good, []string{"http://a.vn/z: z"},
			[]string{"too_large"}},
		{"a little too large", record("resource", "http://a.vn/1", "", strings.Repeat("a",
			1<<20+1)) + good,
			[]string{"http://a.vn/z: z"}, []string{"too_large"}},
		{"a bomb", record("response", "http://a.vn/1", answer, html+"Content-Encoding: gzip\r\n"+
			"\r\n"+
			packed(strings.Repeat("a", 3<<20))) + good, []string{"http://a.vn/z: z"},
			[]string{"too_large"}},
		{"no answer", record("response", "http://a.vn/1", answer, "abc") + good,
			[]string{"http://a.vn/z: z"}, []string{"bad_warc"}},
		{"no WARC", "abc", nil, []string{"bad_warc"}},
		{"nothing", "", nil, nil},
	} {
		for _, in := range []string{tt.in, members(tt.in)} {
			pages, codes := read([]byte(in), most)
			var got []string
			for _, p := range pages {
				if p.Body == nil {
					got = append(got, fmt.Sprintf("%s as at %d", p.Page, p.Refers))
					continue
				}
				got = append(got, p.Page+": "+string(p.Body))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s: pages (-want +got)\n%s", tt.name, diff)
			}
			if diff := cmp.Diff(tt.codes, codes); diff != "" && len(codes) == 0 {
				t.Errorf("%s: errors (-want +got)\n%s", tt.name, diff)
			}
		}
	}
}

// members compresses each record by itself.
func members(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		n := strings.Index(s[1:], "WARC/1.0\r\n")
		if n < 0 {
			n = len(s) - 1
		}
		b.WriteString(packed(s[:n+1]))
		s = s[n+1:]
	}
	return b.String()
}

// TestCutFile cuts a compressed file anywhere: what was whole before is read.
func TestCutFile(t *testing.T) {
	raw := write(t, visits())
	whole, _ := read(raw, most)
	for n := 0; n < len(raw); n += 7 {
		got, _ := read(raw[:n], most)
		for i, r := range got {
			if diff := cmp.Diff(whole[i], r); diff != "" {
				t.Errorf("cut at %d: (-want +got)\n%s", n, diff)
			}
		}
	}
	for n := 0; n < len(raw); n += 5 {
		hurt := bytes.Clone(raw)
		hurt[n] ^= 0x41
		got, codes := read(hurt, most)
		if len(got) < len(whole)-2 {
			t.Errorf("one byte hurt at %d: %d of %d pages, %v", n, len(got), len(whole), codes)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(write(f, visits()))
	f.Add([]byte(record("response", "http://a.vn/1", answer,
		"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nabc")))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, err := range Read(bytes.NewReader(raw), 0, Limits{Body: 1 << 16}) {
			var e *fault.Error
			if err != nil && !errors.As(err, &e) {
				t.Errorf("an error of another kind: %v", err)
			}
		}
	})
}
