package neo4j

import (
	"strings"
	"testing"
)

func TestParseAddress(t *testing.T) {
	tests := []struct {
		in   string
		want address
	}{
		{"bolt://localhost", address{"bolt://localhost", "", ""}},
		{"neo4j://ann@db.example:7688/laws", address{"neo4j://db.example:7688", "ann", "laws"}},
		{"neo4j+s://ann@x.databases.neo4j.io", address{"neo4j+s://x.databases.neo4j.io", "ann", ""}},
		{"bolt+ssc://h:1/", address{"bolt+ssc://h:1", "", ""}},
		{"NEO4J://h", address{"neo4j://h", "", ""}},
		{"bolt://[::1]:7687/a.b-c", address{"bolt://[::1]:7687", "", "a.b-c"}},
		{"bolt://c%40d@h", address{"bolt://h", "c@d", ""}},
	}
	for _, tt := range tests {
		got, err := parseAddress(tt.in)
		if err != nil || got != tt.want {
			t.Errorf("parseAddress(%q) = %+v, %v, want %+v", tt.in, got, err, tt.want)
		}
	}
}

func TestParseAddressRefuses(t *testing.T) {
	tests := []struct{ in, says string }{
		{"", "scheme"},
		{"localhost:7687", "scheme"},
		{"http://h", `"http"`},
		{"bolt://", "host"},
		{"bolt://ann:hidden-word@h", "VNLEX_NEO4J_PASSWORD"},
		{"bolt://ann:hidden-word@h:port", "URL"},
		{"bolt://ann:hidden word@h", "URL"},
		{"bolt://h?database=laws", "database"},
		{"bolt://h/a/b", "slash"},
		{"bolt://h:port", "port"},
	}
	for _, tt := range tests {
		_, err := parseAddress(tt.in)
		if err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("parseAddress(%q) = %v, want an error that says %q", tt.in, err, tt.says)
		}
		if err != nil && strings.Contains(err.Error(), "hidden") {
			t.Errorf("parseAddress(%q) = %v, which shows the password", tt.in, err)
		}
	}
}

func TestIsURL(t *testing.T) {
	for s, want := range map[string]bool{
		"bolt://h": true, "Neo4j+ssc://h": true, "": false, "http://h": false, "neo4j:h": false,
	} {
		if got := IsURL(s); got != want {
			t.Errorf("IsURL(%q) = %v, want %v", s, got, want)
		}
	}
}
