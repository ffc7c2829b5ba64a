package discover

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html/charset"

	"vnlex/pipeline/crawl/canon"
)

// maxFeed is how large a feed may be: it is taken whole.
const maxFeed = 16 << 20

// Feed returns what an RSS, Atom or JSON feed at base names. Items above the limit are
// left out, with an *Error beside those that are given; so is an item without a link,
// without one.
func Feed(body []byte, base string, l Limits) ([]Entry, error) {
	if err := harmless(body); err != nil {
		return nil, err
	}
	feed, err := parse(body)
	if err != nil {
		return nil, &Error{NotKnown, err.Error()}
	}
	var out []Entry
	for _, item := range feed.Items {
		at, err := canon.Join(base, link(item))
		if err != nil || link(item) == "" {
			continue
		}
		if len(out) == l.Entries {
			return out, &Error{TooMany, fmt.Sprintf("it has %d items", len(feed.Items))}
		}
		out = append(out, Entry{URL: at, Modified: changed(item), Title: item.Title})
	}
	return out, nil
}

// parse has a library read the feed, whose mistakes must not end the crawl.
func parse(body []byte) (feed *gofeed.Feed, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("it cannot be parsed: %v", r)
		}
	}()
	return gofeed.NewParser().Parse(bytes.NewReader(body))
}

// harmless goes through a feed before it is parsed: the parser follows elements into each
// other as deep as they go.
func harmless(body []byte) error {
	if len(body) > maxFeed {
		return &Error{TooLarge, fmt.Sprintf("it has more than %d bytes", maxFeed)}
	}
	begin := bytes.TrimLeft(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.HasPrefix(begin, []byte("{")):
		return nil
	case !bytes.HasPrefix(begin, []byte("<")):
		return &Error{NotXML, "it is neither XML nor JSON"}
	}
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict, d.CharsetReader = false, charset.NewReaderLabel
	return shallow(d)
}

func shallow(d *xml.Decoder) error {
	depth, root := 0, ""
	for {
		t, err := d.RawToken()
		switch {
		case err == io.EOF && depth > 0:
			return &Error{Cut, "it ends in the middle"}
		case err == io.EOF:
			return nil
		case err != nil && strings.Contains(err.Error(), "EOF"):
			return &Error{Cut, "it ends in the middle"}
		case err != nil:
			return &Error{NotXML, err.Error()}
		}
		switch t := t.(type) {
		case xml.Directive:
			if err := directive(t); err != nil {
				return err
			}
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errDeep
			}
			if root = cmp.Or(root, strings.ToLower(t.Name.Local)); root == "html" {
				return errHTML
			}
		case xml.EndElement:
			depth--
		}
	}
}

// link is where an item leads: its link, or an identifier that is one.
func link(item *gofeed.Item) string {
	id := item.GUID
	if !strings.HasPrefix(id, "http://") && !strings.HasPrefix(id, "https://") {
		id = ""
	}
	return cmp.Or(strings.TrimSpace(item.Link), id)
}

func changed(item *gofeed.Item) time.Time {
	t := cmp.Or(item.UpdatedParsed, item.PublishedParsed)
	if t == nil {
		return time.Time{}
	}
	return t.UTC()
}
