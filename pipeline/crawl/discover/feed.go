package discover

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"vnlex/pipeline/crawl/canon"
)

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
	feed, err = gofeed.NewParser().Parse(bytes.NewReader(body))
	if err == nil && feed.FeedType == "json" && feed.FeedVersion == "" {
		err = errors.New("it is JSON, and no feed")
	}
	return feed, err
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
