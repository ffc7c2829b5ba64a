package canon

import (
	"fmt"
	"strings"
)

// parts are the components of a URL (RFC 3986, 3) without its fragment.
type parts struct {
	scheme, host, port, path, query string
	authority, asked                bool // //… and ?… are there
}

// split takes a reference apart. Before the query a backslash is a slash, as it is in
// browsers: nobody may see another host in a URL than they do.
func split(s string) parts {
	var p parts
	s, _, _ = strings.Cut(s, "#")
	s, p.query, p.asked = strings.Cut(s, "?")
	s = strings.ReplaceAll(s, `\`, "/")
	if i := strings.IndexAny(s, ":/"); i > 0 && s[i] == ':' && isScheme(s[:i]) {
		p.scheme, s = strings.ToLower(s[:i]), s[i+1:]
	}
	if rest, ok := strings.CutPrefix(s, "//"); ok {
		p.authority = true
		end := strings.IndexByte(rest, '/')
		if end < 0 {
			end = len(rest)
		}
		p.host, s = rest[:end], rest[end:]
	}
	p.path = s
	return p
}

func isScheme(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		if ('a' > c || c > 'z') && (i == 0 || !strings.Contains("0123456789+-.", s[i:i+1])) {
			return false
		}
	}
	return true
}

// on resolves a reference against the page it stands on (RFC 3986, 5.2.2).
func (p parts) on(base parts) parts {
	switch {
	case p.scheme != "":
		return p
	case p.authority:
		p.scheme = base.scheme
		return p
	}
	p.scheme, p.host, p.authority = base.scheme, base.host, true
	if base.port != "" {
		p.host += ":" + base.port
	}
	switch {
	case p.path == "" && !p.asked:
		p.path, p.query, p.asked = base.path, base.query, base.asked
	case p.path == "":
		p.path = base.path
	case p.path[0] != '/':
		p.path = base.path[:strings.LastIndexByte(base.path, '/')+1] + p.path
	}
	return p
}

// normal brings each part into its normal form (RFC 3986, 6.2.2 and 6.2.3).
func (p parts) normal(raw string) (parts, error) {
	if len(raw) > 4*MaxLength {
		return parts{}, &Error{raw, fmt.Sprintf("longer than %d bytes", MaxLength)}
	}
	if p.scheme != "http" && p.scheme != "https" {
		return parts{}, &Error{raw, "it must begin with http:// or https://"}
	}
	if !p.authority || p.host == "" {
		return parts{}, &Error{raw, "it names no host"}
	}
	host, port, err := hostPort(p.host, p.scheme)
	if err != nil {
		return parts{}, &Error{raw, err.Error()}
	}
	p.host, p.port = host, port
	p.path = undot(escape(p.path, inPath))
	p.query = escape(p.query, inQuery)
	p.asked = p.query != ""
	return p, nil
}

func (p parts) string(raw string) (string, error) {
	var b strings.Builder
	b.WriteString(p.scheme + "://" + p.host)
	if p.port != "" {
		b.WriteString(":" + p.port)
	}
	b.WriteString(p.path)
	if p.query != "" {
		b.WriteString("?" + p.query)
	}
	if b.Len() > MaxLength {
		return "", &Error{raw, fmt.Sprintf("longer than %d bytes", MaxLength)}
	}
	return b.String(), nil
}

// undot removes dot segments (RFC 3986, 5.2.4), a trailing one leaving its slash.
func undot(path string) string {
	if !strings.Contains(path, "/.") {
		if path == "" {
			return "/"
		}
		return path
	}
	var out []string
	segments := strings.Split(path, "/")[1:]
	for i, s := range segments {
		last := i == len(segments)-1
		switch {
		case s == "..":
			out = out[:max(0, len(out)-1)]
		case s != ".":
			out = append(out, s)
			continue
		}
		if last {
			out = append(out, "")
		}
	}
	return "/" + strings.Join(out, "/")
}
