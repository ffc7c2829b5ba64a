package main

import (
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"vnlex/cmd/internal/message"
)

// A langFlag is vi or en.
type langFlag message.Lang

func (l *langFlag) UnmarshalText(text []byte) error {
	if !slices.Contains(message.Langs, message.Lang(text)) {
		return &valueError{"value.lang", string(text)}
	}
	*l = langFlag(text)
	return nil
}

// A countFlag is a whole number from 0 on.
type countFlag int

func (c *countFlag) UnmarshalText(text []byte) error {
	n, err := strconv.Atoi(string(text))
	if err != nil || n < 0 {
		return &valueError{"value.count", string(text)}
	}
	*c = countFlag(n)
	return nil
}

// A sizeFlag is a number of bytes, with or without a unit.
type sizeFlag int64

var units = []struct {
	suffix string
	bytes  int64
}{
	{"kib", 1 << 10}, {"mib", 1 << 20}, {"gib", 1 << 30},
	{"kb", 1e3}, {"mb", 1e6}, {"gb", 1e9},
	{"k", 1 << 10}, {"m", 1 << 20}, {"g", 1 << 30}, {"b", 1}, {"", 1},
}

func (s *sizeFlag) UnmarshalText(text []byte) error {
	lower := strings.ToLower(strings.TrimSpace(string(text)))
	for _, u := range units {
		digits, ok := strings.CutSuffix(lower, u.suffix)
		if !ok {
			continue
		}
		n, err := strconv.ParseFloat(strings.TrimSpace(digits), 64)
		if err != nil || !(n > 0 && n*float64(u.bytes) < 1<<60) {
			break
		}
		*s = sizeFlag(n * float64(u.bytes))
		return nil
	}
	return &valueError{"value.size", string(text)}
}

// A graphURL is the address of a Neo4j: SCHEME://[USER@]HOST[:PORT][/DATABASE].
type graphURL string

var schemes = []string{"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}

func (g *graphURL) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*g = ""
		return nil
	}
	u, err := url.Parse(string(text))
	if err != nil || u.Host == "" || !slices.Contains(schemes, u.Scheme) {
		return &valueError{"value.graph", string(text)}
	}
	if _, has := u.User.Password(); has {
		return &valueError{"value.password", ""}
	}
	*g = graphURL(text)
	return nil
}

// A dateFlag is a date cut to its precision, ISO 8601 or as Vietnamese write it.
type dateFlag string

var layouts = []struct{ in, out string }{
	{"2006-01-02", "2006-01-02"}, {"2006-01", "2006-01"}, {"2006", "2006"},
	{"2/1/2006", "2006-01-02"}, {"1/2006", "2006-01"}, {"2-1-2006", "2006-01-02"},
}

func (d *dateFlag) UnmarshalText(text []byte) error {
	for _, l := range layouts {
		if t, err := time.Parse(l.in, string(text)); err == nil {
			*d = dateFlag(t.Format(l.out))
			return nil
		}
	}
	return &valueError{"value.date", string(text)}
}

// An everyFlag is a time from one start to the next: 24h, 90m, 7d.
type everyFlag time.Duration

// shortest keeps a slip of the keyboard from asking sites without end.
const shortest = time.Minute

func (e *everyFlag) UnmarshalText(text []byte) error {
	s := string(text)
	unit := time.Duration(1)
	if days, ok := strings.CutSuffix(s, "d"); ok {
		s, unit = days+"h", 24
	}
	d, err := time.ParseDuration(s)
	if err != nil || d*unit < shortest || d*unit/unit != d {
		return &valueError{"value.every", string(text)}
	}
	*e = everyFlag(d * unit)
	return nil
}

// A listenFlag is an address to listen at: HOST:PORT, and loopback without a HOST.
type listenFlag string

func (l *listenFlag) UnmarshalText(text []byte) error {
	s := string(text)
	if !strings.Contains(s, ":") {
		s = ":" + s
	}
	host, port, err := net.SplitHostPort(s)
	n, bad := strconv.ParseUint(port, 10, 16)
	if err != nil || bad != nil {
		return &valueError{"value.listen", string(text)}
	}
	if host == "" {
		host = "127.0.0.1"
	}
	*l = listenFlag(net.JoinHostPort(host, strconv.FormatUint(n, 10)))
	return nil
}
