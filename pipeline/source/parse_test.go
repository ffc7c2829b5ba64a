package source

import (
	"strings"
	"testing"
)

// head is a sound beginning of three lines.
const head = "name = \"a.vn\"\nhosts = [\"a.vn\"]\n[[layout]]\n"

// A mistake is told with its line and what to write instead.
func TestParseMistakes(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"unknown key", "nmae = \"a\"\n", `x.toml:1: unknown key "nmae": do you mean "name"?`},
		{"unknown key of a layout", head + "kind = \"news\"\nbdy = \"p\"\n",
			`x.toml:5: unknown key "layout.bdy": do you mean "body"?`},
		{"unknown table", head + "kind = \"news\"\n[layout.asert]\nrequire = []\n", `do you mean "assert"?`},
		{"far from all", head + "kind = \"news\"\n[politeness]\nxyzzyq = 1\n", "known here are delay, parallel"},
		{"syntax", "name = \n", "x.toml:1: "},
		{"no name", "hosts = [\"a.vn\"]\n[[layout]]\nkind = \"news\"\n", `name = ""`},
		{"no host", "name = \"a\"\n[[layout]]\nkind = \"news\"\n", "no hosts"},
		{"host with a path", "name = \"a\"\nhosts = [\"https://a.vn/\"]\n[[layout]]\nkind = \"news\"\n", "x.toml:2: host"},
		{"host with capitals", "name = \"a\"\nhosts = [\"A.vn\"]\n[[layout]]\nkind = \"news\"\n", `write "a.vn"`},
		{"no layout", "name = \"a\"\nhosts = [\"a.vn\"]\n", "no [[layout]]"},
		{"kind", head + "kind = \"new\"\n", `x.toml:4: kind = "new": write news, legal, listing or file`},
		{"selector", head + "kind = \"news\"\ntitle = \"h1[\"\n", `x.toml:5: selector "h1["`},
		{"path of JSON", head + "kind = \"news\"\ntitle = \"$.a..b\"\n", `x.toml:5: path "$.a..b"`},
		{"path where markup is meant", head + "kind = \"news\"\nbody = \"$.a\"\n", "write a CSS selector here"},
		{"CSS in JSON", head + "kind = \"legal\"\nformat = \"json\"\ntitle = \"h1\"\n", "of a JSON answer write a path"},
		{"pattern", head + "kind = \"news\"\npath = ['(']\n", `x.toml:5: pattern "("`},
		{"start elsewhere", head + "kind = \"news\"\n[[start]]\nkind = \"feed\"\nurl = \"https://b.vn/\"\n",
			`x.toml:7: "https://b.vn/": its host is none of hosts`},
		{"start without scheme", head + "kind = \"news\"\n[[start]]\nkind = \"feed\"\nurl = \"a.vn\"\n", "is no address"},
		{"start kept out", "exclude = ['^/x']\n" + head + "kind = \"news\"\n[[start]]\nkind = \"page\"\nurl = \"https://a.vn/x\"\n",
			"kept out by allow, exclude or off"},
		{"start kind", head + "kind = \"news\"\n[[start]]\nkind = \"rss\"\nurl = \"https://a.vn/\"\n", `kind = "rss"`},
		{"paging of a feed", head + "kind = \"news\"\n[[start]]\nkind = \"feed\"\nurl = \"https://a.vn/\"\npages = \"{page}\"\nlimit = 2\n",
			"pages belongs to"},
		{"paging without a mark", head + "kind = \"news\"\n[[start]]\nkind = \"listing\"\nurl = \"https://a.vn/\"\npages = \"x\"\nlimit = 2\n",
			"{page} or {offset} must stand in it"},
		{"offset without size", head + "kind = \"news\"\n[[start]]\nkind = \"listing\"\nurl = \"https://a.vn/\"\npages = \"?o={offset}\"\nlimit = 2\n",
			"how many entries a page has"},
		{"paging without end", head + "kind = \"news\"\n[[start]]\nkind = \"listing\"\nurl = \"https://a.vn/\"\npages = \"?p={page}\"\n",
			"up to which page"},
		{"delay", head + "kind = \"news\"\n[politeness]\ndelay = \"fast\"\n", `x.toml:6: "fast" is no time`},
		{"negative delay", head + "kind = \"news\"\n[politeness]\ndelay = \"-2s\"\n", "is no time"},
		{"parallel", head + "kind = \"news\"\n[politeness]\nparallel = 99\n", "write 1 to 16"},
		{"render", "render = \"chrome\"\n" + head + "kind = \"news\"\n", `write "browser"`},
		{"off without reason", head + "kind = \"news\"\n[[off]]\npart = \"x\"\n", "say part and reason"},
		{"no direction", head + "kind = \"legal\"\n[[layout.relations]]\nlabel = \"h3\"\nitem = \"a\"\n[layout.relations.names]\n\"Văn bản thay thế\" = { kind = \"replaces\" }\n",
			`x.toml:9: "Văn bản thay thế": from = "": write "this"`},
		{"direction of nothing", head + "kind = \"legal\"\n[[layout.relations]]\nlabel = \"h3\"\nitem = \"a\"\n[layout.relations.names]\nx = { kind = \"related\", from = \"this\" }\n",
			"has no direction"},
		{"relation nobody knows", head + "kind = \"legal\"\n[[layout.relations]]\nlabel = \"h3\"\nitem = \"a\"\n[layout.relations.names]\nx = { kind = \"likes\", from = \"this\" }\n",
			`no relation "likes"`},
		{"relations without items", head + "kind = \"legal\"\n[[layout.relations]]\nlabel = \"h3\"\n", "a label and an item"},
		{"field nobody knows", head + "kind = \"legal\"\n[[layout.attributes]]\nlabel = \"td\"\n[layout.attributes.names]\nx = \"colour\"\n",
			"no such field"},
		{"field of its own nobody knows", head + "kind = \"legal\"\n[layout.fields]\ncolour = \"td\"\n", `no field "colour"`},
		{"assertion about nothing", head + "kind = \"news\"\n[layout.assert]\nrequire = [\"headline\"]\n", "is nothing that is counted"},
		{"assertion without selector", head + "kind = \"news\"\n[layout.assert]\nrequire = [\"body\"]\n", "no selector of the layout looks for it"},
		{"share", head + "kind = \"news\"\ntitle = \"h1\"\n[layout.assert]\nfill = { title = 95 }\n", "write a share"},
		{"max below min", head + "kind = \"listing\"\nitems = \"a\"\n[layout.assert]\nmin = { items = 5 }\nmax = { items = 2 }\n", "less than min"},
		{"follow elsewhere", head + "kind = \"legal\"\n[[layout.follow]]\nmatch = '(\\d+)'\nurl = \"https://b.vn/$1\"\n", "whose host is one of hosts"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse("x.toml", []byte(tt.text))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Parse = %v, want an error with %q", err, tt.want)
			}
			if err != nil && !strings.HasPrefix(err.Error(), "x.toml:") {
				t.Errorf("Parse = %v, want file and line first", err)
			}
		})
	}
}

// All mistakes of a file are told at once.
func TestParseTellsAll(t *testing.T) {
	_, err := Parse("x.toml", []byte("name = \"A\"\nhosts = []\n[[layout]]\nkind = \"x\"\n"))
	if err == nil || strings.Count(err.Error(), "x.toml:") != 3 {
		t.Errorf("Parse = %v, want three mistakes", err)
	}
}

func FuzzParse(f *testing.F) {
	entries, err := embedded.ReadDir("sites")
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range entries {
		raw, err := embedded.ReadFile("sites/" + e.Name())
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(raw))
	}
	f.Add(small)
	f.Add("[[layout]]\n[[layout.attributes]]\n[layout.attributes.names]\n\"\" = ''")
	f.Add("a.b.c = 1\n[a.b]\nc = 2")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Parse("x.toml", []byte(text))
		if (s == nil) != (err != nil) {
			t.Fatalf("Parse gives site %v and error %v", s, err)
		}
		if s == nil {
			return
		}
		u := address(t, "https://"+s.Hosts[0]+"/a-1.html?x=2")
		s.Covers(u)
		s.PageKind(u)
		for _, start := range s.Starts {
			start.PageURL(2)
		}
		NewTally(s).Breaches()
	})
}
