package robots_test

import (
	"strings"
	"testing"

	"vnlex/pipeline/crawl/robots"
)

// file is a robots.txt written on one line, with @ for User-agent.
func file(line string) string {
	return strings.NewReplacer(" | ", "\n", "@", "User-agent: ").Replace(line)
}

// The numbers are the sections of RFC 9309. Every case is asked as "vnlex".
var matching = []struct {
	name, file, target string
	allowed            bool
}{
	{"no file", "", "/a", true},
	{"no rules", "@*", "/a", true},
	{"another path", "@* | Disallow: /b", "/a", true},
	{"Disallow of nothing", "@* | Disallow:", "/a", true},
	{"Allow of nothing decides nothing", "@* | Disallow: / | Allow:", "/b", false},
	{"prefix", "@* | Disallow: /a", "/abc", false},
	{"prefix with slash", "@* | Disallow: /a/", "/abc", true},
	{"the folder itself", "@* | Disallow: /a/", "/a", true},
	{"in the folder", "@* | Disallow: /a/", "/a/", false},
	{"case of paths counts, 2.2.2", "@* | Disallow: /A", "/a", true},
	{"case of keys does not, 2.2", "uSER-AGENT: * | dISALLOW: /a", "/a", false},
	{"everything", "@* | Disallow: /", "/", false},
	{"the query is matched too", "@* | Disallow: /a?b=", "/a?b=1", false},
	{"a query elsewhere", "@* | Disallow: /a?b=", "/a?c=1&b=1", true},

	// 2.2.1: groups.
	{"named group wins", "@* | Disallow: / | @vnlex | Allow: /", "/a", true},
	{"named group first", "@vnlex | Allow: / | @* | Disallow: /", "/a", true},
	{"case of the name", "@VNLex | Disallow: /", "/a", false},
	{"another's group", "@other | Disallow: /", "/a", true},
	{"a longer name is another", "@vnlexbot | Disallow: /", "/a", true},
	{"a shorter name is another", "@vn | Disallow: /", "/a", true},
	{"name with version", "@vnlex/2.0 | Disallow: /", "/a", false},
	{"names share rules", "@x | @vnlex | Disallow: /", "/a", false},
	{"groups of one name are one",
		"@vnlex | Disallow: /a | @x | Disallow: / | @vnlex | Disallow: /b",
		"/b", false},
	{"and the first of them counts too",
		"@vnlex | Disallow: /a | @x | Disallow: / | @vnlex | Disallow: /b",
		"/a", false},
	{"groups of all are one", "@* | Disallow: /a | @* | Disallow: /b", "/a", false},
	{"empty lines end no group", "@* |  | Disallow: /a |  | Disallow: /b", "/b", false},
	{"rules before any group", "Disallow: /a | @* | Disallow: /b", "/a", true},
	{"named group without rules", "@* | Disallow: / | @vnlex", "/a", true},
	{"star and words", "@* all robots | Disallow: /a", "/a", false},
	{"star in a name is no star", "@*bot | Disallow: /a", "/a", true},
	{"Sitemap does not end names, 2.2.4",
		"@vnlex | Sitemap: https://x.vn/s.xml | @x | Disallow: /a", "/a", false},
	{"nor does Crawl-delay",
		"@vnlex | Crawl-delay: 5 | @x | Disallow: /a", "/a", false},
	{"an empty rule does", "@vnlex | Disallow: | @x | Disallow: /a", "/a", true},
	{"unknown keys are skipped", "@* | Noindex: /x | Disallow: /a", "/a", false},

	// 2.2.2: the longest match, and what is compared.
	{"longer Allow", "@* | Disallow: /a | Allow: /a/b", "/a/b/c", true},
	{"longer Disallow", "@* | Allow: /a | Disallow: /a/b", "/a/b/c", false},
	{"order does not count", "@* | Allow: /a/b | Disallow: /a", "/a/b", true},
	{"Allow on a tie", "@* | Disallow: /a | Allow: /a", "/a", true},
	{"Allow on a tie, first", "@* | Allow: /a | Disallow: /a", "/a", true},
	{"stars count as octets", "@* | Allow: /page | Disallow: /*.htm", "/page.htm", false},
	{"the example of the RFC",
		"@* | Allow: /example/page/ | Disallow: /example/page/disallowed.gif",
		"/example/page/disallowed.gif", false},
	{"robots.txt itself", "@* | Disallow: /", "/robots.txt", true},
	{"but no other path", "@* | Disallow: /", "/robots.txt.bak", false},
	{"raw rule, encoded path", "@* | Disallow: /văn-bản", "/v%C4%83n-b%E1%BA%A3n/1", false},
	{"encoded rule, raw path", "@* | Disallow: /v%C4%83n-b%E1%BA%A3n", "/văn-bản/1", false},
	{"hex in small letters", "@* | Disallow: /v%c4%83n", "/v%C4%83n", false},
	{"hex in small letters in the path", "@* | Disallow: /v%C4%83n", "/v%c4%83n", false},
	{"encoded letters", "@* | Disallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false},
	{"encoded letters in the path", "@* | Disallow: /foo/bar/baz", "/foo/bar/%62%61%7A", false},
	{"encoded tilde", "@* | Disallow: /%7Ejoe/", "/~joe/a", false},
	{"an encoded slash is none", "@* | Disallow: /a%2Fb", "/a/b", true},
	{"an encoded slash is itself", "@* | Disallow: /a%2fb", "/a%2Fb", false},
	{"reserved in a query", "@* | Disallow: /foo/bar?baz=https://foo.bar",
		"/foo/bar?baz=https%3A%2F%2Ffoo.bar", false},
	{"reserved in a query, encoded", "@* | Disallow: /foo/bar?baz=https%3A%2F%2Ffoo.bar",
		"/foo/bar?baz=https://foo.bar", false},
	{"encoded octets count as three, so that raw ones are equal",
		"@* | Disallow: /văn | Allow: /v%C4%83n", "/văn", true},
	{"a space", "@* | Disallow: /a b", "/a%20b", false},
	{"a broken escape", "@* | Disallow: /a%zz", "/a%zz/b", false},
	{"an escape cut off", "@* | Disallow: /a%4", "/a%4", false},

	// 2.2.3: special characters.
	{"star in the middle", "@* | Disallow: /a/*/c", "/a/b/c", false},
	{"star takes nothing too", "@* | Disallow: /a/*c", "/a/c", false},
	{"star takes slashes", "@* | Disallow: /a*c", "/a/b/b/c", false},
	{"star at the end", "@* | Disallow: /a*", "/ab", false},
	{"star at the beginning", "@* | Disallow: *.pdf", "/x/y.pdf", false},
	{"two stars", "@* | Disallow: /a**b", "/axb", false},
	{"dollar", "@* | Disallow: /a$", "/a", false},
	{"dollar, and more", "@* | Disallow: /a$", "/ab", true},
	{"dollar, and a query", "@* | Disallow: /*.pdf$", "/a.pdf?x=1", true},
	{"star and dollar", "@* | Disallow: /*.pdf$", "/b/a.pdf", false},
	{"the last of several", "@* | Disallow: /*a$", "/aba", false},
	{"star, dollar", "@* | Disallow: /a*$", "/abc", false},
	{"the root alone", "@* | Allow: /$ | Disallow: /", "/", true},
	{"the root alone, another page", "@* | Allow: /$ | Disallow: /", "/a", false},
	{"dollar in the middle is one", "@* | Disallow: /a$b", "/a$b", false},
	{"and means no end", "@* | Disallow: /a$b", "/a", true},
	{"an encoded dollar is one", "@* | Disallow: /a%24", "/a$b", false},
	{"an encoded star is one", "@* | Disallow: /file-%2A.html", "/file-*.html", false},
	{"and no wildcard", "@* | Disallow: /file-%2A.html", "/file-x.html", true},
	{"parts do not overlap", "@* | Disallow: /ab*b$", "/ab", true},

	// 2.2: how files are written.
	{"comment", "@* # all | Disallow: /a # secret", "/a", false},
	{"comment takes the rule", "@* | # Disallow: /a", "/a", true},
	{"byte order mark", "\ufeff@* | Disallow: /a", "/a", false},
	{"CR LF", "@*\r\nDisallow: /a\r\n", "/a", false},
	{"CR", "@*\rDisallow: /a\r", "/a", false},
	{"white space", "  User-agent :\t* |   Disallow  :  /a  ", "/a", false},
	{"no space", "User-agent:*\nDisallow:/a", "/a", false},
	{"no colon", "User-agent * | Disallow /a", "/a", false},
	{"a misspelling", "@* | Dissallow: /a", "/a", false},
	{"no slash", "@* | Disallow: a/", "/a/b", false},
	{"a page of HTML", "<html><head><title>@</title></head>\n<body>404</body></html>", "/a", true},
	{"NUL", "@*\x00\nDisallow: /a", "/a", false},
}

func TestAllowed(t *testing.T) {
	for _, tt := range matching {
		r := robots.Parse([]byte(file(tt.file)))
		if got := r.Allowed("vnlex/1.0 (+mailto:a@x.vn)", tt.target); got != tt.allowed {
			t.Errorf("%s: Allowed(%q) by %q = %v, want %v",
				tt.name, tt.target, tt.file, got, tt.allowed)
		}
	}
	if len(matching) < 60 {
		t.Errorf("%d cases, want 60 or more", len(matching))
	}
}

// What stands behind the first 500 KiB has no say, and a rule that is cut there neither
// (RFC 9309, 2.5).
func TestLimit(t *testing.T) {
	head := "User-agent: *\nDisallow: /first\n"
	fill := strings.Repeat("#\n", (robots.MaxBytes-len(head))/2-3)
	for _, tt := range []struct {
		tail    string
		target  string
		allowed bool
	}{
		{"\nDisallow: /behind\n", "/first", false},
		{"\nDisallow: /behind\n", "/behind", true},
		{"Disallow: /", "/anything", true},
	} {
		r := robots.Parse([]byte(head + fill + tt.tail))
		if got := r.Allowed("vnlex", tt.target); got != tt.allowed {
			t.Errorf("Allowed(%q) with %q at the limit = %v, want %v",
				tt.target, tt.tail, got, tt.allowed)
		}
	}
}

// Patterns made to be slow are matched in the time of reading the path.
func TestPathological(t *testing.T) {
	stars := "User-agent: *\nDisallow: /" + strings.Repeat("*a", 200_000) + "*b\n"
	many := "User-agent: *\n" + strings.Repeat("Disallow: /*a*a*a*a*a*a*b\n", 10_000)
	path := "/" + strings.Repeat("a", 4000)
	for _, body := range []string{stars, many} {
		if !robots.Parse([]byte(body)).Allowed("vnlex", path) {
			t.Errorf("Allowed() by %.40q… = false", body)
		}
	}
}
