package warc

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
	"time"

	"github.com/nlnwa/gowarc/v3"
)

// A Visit is one look at a page.
type Visit struct {
	Page      string
	At        time.Time
	Status    int    // 0: it was not asked over HTTP
	Header    string // "Name: value\r\n" lines
	Media     string
	SHA256    []byte // of the body
	Unchanged string // digest: the same body came again; not-modified: status 304
	Body      []byte // decoded; nil: it did not come, or is not kept any more
}

// A Writer writes a file: each record by itself, compressed.
type Writer struct {
	to   io.Writer
	out  gowarc.Marshaler
	gz   *gzip.Writer
	info string           // the id of the record about the file, "" before it is written
	kept map[string]Visit // the visits that brought bodies of the page at hand
	page string
}

// NewWriter returns a Writer. The same visits give the same bytes.
func NewWriter(to io.Writer) *Writer {
	return &Writer{to: to, out: gowarc.NewMarshaler(), gz: gzip.NewWriter(to)}
}

// Put writes a visit. Visits come by page, those of a page by time. One whose body is not
// kept any more leaves no record.
func (w *Writer) Put(v Visit) error {
	if err := w.begin(v.At); err != nil {
		return err
	}
	if v.Page != w.page {
		w.page, w.kept = v.Page, map[string]Visit{}
	}
	switch {
	case v.Unchanged != "":
		return w.revisit(v)
	case v.Body == nil:
		return nil
	case v.Status == 0:
		w.kept[string(v.SHA256)] = v
		return w.resource(v)
	}
	w.kept[string(v.SHA256)] = v
	return w.response(v)
}

// Close writes what is due; a file without visits says at least what it is.
func (w *Writer) Close() error { return w.begin(time.Unix(0, 0)) }

// begin writes the record about the file itself, dated by its first visit.
func (w *Writer) begin(at time.Time) error {
	if w.info != "" {
		return nil
	}
	w.info = recordID("warcinfo", "", at)
	const about = "software: vnlex\r\nformat: WARC File Format 1.1\r\n" +
		"conformsTo: " +
		"http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
	return w.record(gowarc.Warcinfo, "application/warc-fields", []byte(about), [][2]string{
		{gowarc.WarcRecordID, w.info}, {gowarc.WarcDate, at.UTC().Format(dateLayout)}})
}

// fields are what all records about a page have.
func (w *Writer) fields(kind string, v Visit) [][2]string {
	uri, page := target(v.Page)
	f := [][2]string{
		{gowarc.WarcRecordID, recordID(kind, v.Page, v.At)},
		{gowarc.WarcDate, v.At.UTC().Format(dateLayout)},
		{gowarc.WarcTargetURI, uri}, {gowarc.WarcWarcinfoID, w.info},
	}
	if page != "" {
		f = append(f, [2]string{pageHeader, page})
	}
	return f
}

// resource writes bytes of which no answer of a server is known.
func (w *Writer) resource(v Visit) error {
	sum := sha256.Sum256(v.Body)
	return w.record(gowarc.Resource, v.Media, v.Body,
		append(w.fields("resource", v), [2]string{gowarc.WarcPayloadDigest, digest(sum[:])}))
}

const http200 = "application/http; msgtype=response"

func (w *Writer) response(v Visit) error {
	sum := sha256.Sum256(v.Body)
	block := append(answerHead(v), v.Body...)
	return w.record(gowarc.Response, http200, block,
		append(w.fields("response", v), [2]string{gowarc.WarcPayloadDigest, digest(sum[:])}))
}

// revisit says that nothing new came. What it refers to stands before it, unless the body
// came before the history of the page began.
func (w *Writer) revisit(v Visit) error {
	f := w.fields("revisit", v)
	profile := gowarc.ProfileIdenticalPayloadDigestV1_1
	if v.Unchanged == "not-modified" {
		profile = gowarc.ProfileServerNotModifiedV1_1
		v.Status = http.StatusNotModified
	}
	f = append(f, [2]string{gowarc.WarcProfile, profile})
	first, ok := w.kept[string(v.SHA256)]
	if !ok {
		return nil
	}
	sum := sha256.Sum256(first.Body) // not always what was fetched: a script may have made it
	uri, _ := target(first.Page)
	f = append(f, [2]string{gowarc.WarcPayloadDigest, digest(sum[:])},
		[2]string{gowarc.WarcRefersToTargetURI, uri},
		[2]string{gowarc.WarcRefersToDate, first.At.UTC().Format(dateLayout)})
	return w.record(gowarc.Revisit, http200, answerHead(v), f)
}

// coding are fields that speak of how a body was sent, not of what it is as it is kept.
var coding = map[string]bool{"Content-Encoding": true, "Transfer-Encoding": true,
	"Content-Length": true, "Trailer": true, "Connection": true, "Keep-Alive": true}

// answerHead makes the head of an answer for the body as it is kept.
func answerHead(v Visit) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "HTTP/1.1 %d %s\r\n", v.Status, http.StatusText(v.Status))
	typed := v.Media == "" || v.Body == nil
	for line := range strings.SplitSeq(v.Header, "\n") {
		name, value, ok := strings.Cut(strings.TrimRight(line, "\r"), ":")
		name = textproto.CanonicalMIMEHeaderKey(strings.TrimSpace(name))
		if !ok || name == "" || coding[name] {
			continue
		}
		typed = typed || name == "Content-Type"
		fmt.Fprintf(&b, "%s: %s\r\n", name, strings.TrimSpace(value))
	}
	if !typed {
		fmt.Fprintf(&b, "Content-Type: %s\r\n", v.Media)
	}
	if v.Unchanged == "" {
		b.WriteString("Content-Length: " + strconv.Itoa(len(v.Body)) + "\r\n")
	}
	b.WriteString("\r\n")
	return b.Bytes()
}

// record writes one record.
func (w *Writer) record(kind gowarc.RecordType, media string, block []byte, f [][2]string) error {
	b := gowarc.NewRecordBuilder(kind, gowarc.WithAddMissingDigest(true),
		gowarc.WithSpecViolationPolicy(gowarc.ErrWarn),
		gowarc.WithBufferMaxMemBytes(int64(len(block))+1))
	for _, field := range f {
		b.AddWarcHeader(field[0], field[1])
	}
	if media != "" {
		b.AddWarcHeader(gowarc.ContentType, media)
	}
	if _, err := b.Write(block); err != nil {
		return errors.Join(err, b.Close())
	}
	r, _, err := b.Build()
	if err != nil {
		return err
	}
	defer r.Close()
	w.gz.Reset(w.to)
	if _, _, err := w.out.Marshal(w.gz, r, 0); err != nil {
		return err
	}
	return w.gz.Close()
}
