package robots

import (
	"strings"

	"vnlex/pipeline/crawl/percent"
)

// A pattern is a path in which * stands for anything and $ at the end for the end. It is
// cut at its stars, so that matching takes the time of reading the path once.
type pattern struct {
	parts []string
	end   bool // the last part ends the path
	size  int  // in octets, which decides between two that match
}

func compile(value string) pattern {
	p := pattern{}
	value, p.end = strings.CutSuffix(value, "$")
	if value == "" || value[0] != '/' && value[0] != '*' {
		value = "/" + value // a slip; what is meant is clear
	}
	value = normal(value, true)
	p.size = len(value)
	if p.end {
		p.size++
	}
	for part := range strings.SplitSeq(value, "*") {
		if part != "" || len(p.parts) == 0 {
			p.parts = append(p.parts, part)
		}
	}
	if strings.HasSuffix(value, "*") {
		p.end = false // "*$" ends where anything ends
	}
	return p
}

// matches reports whether the pattern matches a path from its beginning.
func (p *pattern) matches(path string) bool {
	path, ok := strings.CutPrefix(path, p.parts[0])
	if !ok {
		return false
	}
	last := len(p.parts) - 1
	if last == 0 {
		return !p.end || path == ""
	}
	for _, part := range p.parts[1:last] {
		i := strings.Index(path, part)
		if i < 0 {
			return false
		}
		path = path[i+len(part):]
	}
	if p.end {
		return strings.HasSuffix(path, p.parts[last])
	}
	return strings.Contains(path, p.parts[last])
}

// subject is the target of a request as patterns are compared with it.
func subject(target string) string {
	target, _, _ = strings.Cut(target, "#")
	if target == "" || target[0] != '/' {
		target = "/" + target
	}
	return normal(target, false)
}

// normal writes a path as RFC 9309 (2.2.2) compares them: what is not ASCII and what is
// reserved percent-encoded, with capitals, the rest not. The slash is left, and so are
// ?, & and = of a query; in a query %2F and %3F are the same as / and ?, since either is
// what a browser sends. Stars stay in a pattern and are encoded in a path.
func normal(s string, stars bool) string {
	if isNormal(s, stars) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 32)
	query := false
	for i := 0; i < len(s); {
		c, encoded, next := percent.Next(s, i)
		if plain(c, encoded, query) || stars && c == '*' && !encoded {
			b.WriteByte(c)
		} else {
			percent.Write(&b, c)
		}
		query = query || c == '?' && !encoded
		i = next
	}
	return b.String()
}

// plain reports whether c is written as itself.
func plain(c byte, encoded, query bool) bool {
	switch {
	case percent.Unreserved(c):
		return true
	case c == '/' || c == '?':
		return !encoded || query
	}
	return !encoded && (c == '&' || c == '=' || c == '+')
}

func isNormal(s string, stars bool) bool {
	for i := range len(s) {
		if !plain(s[i], false, false) && (!stars || s[i] != '*') {
			return false
		}
	}
	return true
}
