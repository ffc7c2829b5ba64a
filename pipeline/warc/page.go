package warc

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/textproto"
	"regexp"
	"strconv"
	"strings"

	"github.com/nlnwa/gowarc/v3"

	"vnlex/pipeline/page/fault"
)

// page takes the page out of a record.
func (f *file) page(record gowarc.WarcRecord, h *head, r *Record) (ok bool, err error) {
	r.Page = identity(h.get(gowarc.WarcTargetURI), h.get(pageHeader))
	if r.At, err = record.Date(); err != nil {
		return false, broken("its date %q is none", h.get(gowarc.WarcDate))
	}
	switch record.Type() {
	case gowarc.Response, gowarc.Resource:
	case gowarc.Revisit:
		return f.revisit(r, h)
	default:
		return false, nil
	}
	switch {
	case r.Page == "":
		return false, broken("it does not say what it is of")
	case h.has(gowarc.WarcSegmentNumber):
		return false, broken("it is in several segments")
	case h.has(gowarc.WarcTruncated):
		return false, &fault.Error{Code: "too_large", Detail: "it was cut off when it was fetched"}
	}
	if ok, err = f.fill(r, record, h); !ok || err != nil {
		return false, err
	}
	if d := h.get(gowarc.WarcPayloadDigest); d != "" && len(f.seen) < mostDigests {
		f.seen[d] = r.Offset
	}
	return true, nil
}

// fill sets media and body from the block of a record.
func (f *file) fill(r *Record, record gowarc.WarcRecord, h *head) (ok bool, err error) {
	in, err := record.Block().RawBytes()
	if err != nil {
		return false, broken("%v", err)
	}
	raw, err := io.ReadAll(in)
	if err != nil {
		return false, broken("%v", err)
	}
	media := h.get(gowarc.ContentType)
	if record.Type() == gowarc.Response && strings.HasPrefix(media, gowarc.ApplicationHttp) {
		return f.answer(r, raw)
	}
	r.Media, r.Body = media, raw
	return isText(media), f.fits(r)
}

func (f *file) fits(r *Record) error {
	if int64(len(r.Body)) > f.lim.Body {
		return &fault.Error{Code: "too_large", Detail: "its page has " +
			strconv.Itoa(len(r.Body)) + " bytes"}
	}
	return nil
}

var statusLine = regexp.MustCompile(`^HTTP/\d(?:\.\d)? +(\d{3})(?: .*)?$`)

// answer takes the page out of the answer of a server.
func (f *file) answer(r *Record, raw []byte) (ok bool, err error) {
	r.Answer = true
	head, body, found := cutHead(raw)
	first, rest, _ := bytes.Cut(head, []byte("\n"))
	m := statusLine.FindSubmatch(bytes.TrimRight(first, "\r"))
	if !found || m == nil {
		return false, broken("it holds no answer of a server")
	}
	if status, _ := strconv.Atoi(string(m[1])); status < 200 || status > 299 ||
		status == http.StatusNoContent || status == http.StatusPartialContent {
		return false, nil
	}
	in := textproto.NewReader(bufio.NewReader(io.MultiReader(bytes.NewReader(rest),
		strings.NewReader("\r\n\r\n"))))
	fields, err := in.ReadMIMEHeader()
	if err != nil && !errors.Is(err, io.EOF) {
		return false, broken("the head of its answer: %v", err)
	}
	r.Media = fields.Get("Content-Type")
	if !isText(r.Media) {
		return false, nil
	}
	if r.Body, err = decode(http.Header(fields), body, f.lim.Body); err != nil {
		return false, err
	}
	return true, f.fits(r)
}

// cutHead parts an answer at its first empty line.
func cutHead(raw []byte) (head, body []byte, found bool) {
	for at := 0; at < len(raw); {
		n := bytes.IndexByte(raw[at:], '\n')
		if n < 0 || at > mostHead {
			return nil, nil, false
		}
		if len(bytes.TrimRight(raw[at:at+n], "\r")) == 0 {
			return raw[:at], raw[at+n+1:], true
		}
		at += n + 1
	}
	return nil, nil, false
}

// others are the kinds of what pages consist of beside their text.
var others = []string{"image/", "video/", "audio/", "font/", "text/css", "text/javascript",
	"application/javascript", "application/x-javascript", "application/json",
	"application/font", "application/x-font", "application/manifest", "text/dns"}

// isText reports whether a MIME type may be that of a page.
func isText(media string) bool {
	media = strings.ToLower(strings.TrimSpace(media))
	for _, o := range others {
		if strings.HasPrefix(media, o) {
			return false
		}
	}
	return true
}

// revisit gives the page of a record that says: the same as before. Where that was
// another address, the record at that place has the bytes; the same address has them
// already, and nothing is new.
func (f *file) revisit(r *Record, h *head) (bool, error) {
	if strings.HasSuffix(h.get(gowarc.WarcProfile), "/server-not-modified") {
		return false, nil
	}
	to := h.get(gowarc.WarcRefersToTargetURI)
	uri, _ := target(r.Page)
	if to == "" || identity(to, "") == uri {
		return false, nil
	}
	at, ok := f.seen[h.get(gowarc.WarcPayloadDigest)]
	if !ok {
		return false, broken("it refers to %q, which does not stand before it in this file", to)
	}
	r.Same, r.Refers = identity(to, ""), at
	return true, nil
}
