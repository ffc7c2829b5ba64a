package main

import (
	"encoding"
	"fmt"
	"testing"
	"time"
)

func TestFlagValues(t *testing.T) {
	for _, tt := range []struct {
		in   string
		into encoding.TextUnmarshaler
		want string // empty: refused
	}{
		{"64MiB", new(sizeFlag), "67108864"},
		{"1 kb", new(sizeFlag), "1000"},
		{"1.5k", new(sizeFlag), "1536"},
		{"123", new(sizeFlag), "123"},
		{"2024-05-16", new(dateFlag), "2024-05-16"},
		{"16/5/2024", new(dateFlag), "2024-05-16"},
		{"5/2024", new(dateFlag), "2024-05"},
		{"2024", new(dateFlag), "2024"},
		{"neo4j://neo4j@localhost:7687/vnlex", new(graphURL), "neo4j://neo4j@localhost:7687/vnlex"},
		{"bolt+ssc://[::1]:7687", new(graphURL), "bolt+ssc://[::1]:7687"},
		{"vi", new(langFlag), "vi"},
		{"0", new(countFlag), "0"},
		{"24h", new(everyFlag), "24h0m0s"},
		{"7d", new(everyFlag), "168h0m0s"},
		{"9464", new(listenFlag), "127.0.0.1:9464"},
		{":9464", new(listenFlag), "127.0.0.1:9464"},
		{"0.0.0.0:9464", new(listenFlag), "0.0.0.0:9464"},
		{"[::]:9464", new(listenFlag), "[::]:9464"},

		{"", new(sizeFlag), ""},
		{"0", new(sizeFlag), ""},
		{"-1", new(sizeFlag), ""},
		{"NaN", new(sizeFlag), ""},
		{"64XB", new(sizeFlag), ""},
		{"2024-02-30", new(dateFlag), ""},
		{"hôm qua", new(dateFlag), ""},
		{"http://localhost", new(graphURL), ""},
		{"neo4j://", new(graphURL), ""},
		{"neo4j://neo4j:secret@localhost", new(graphURL), ""},
		{"fr", new(langFlag), ""},
		{"-1", new(countFlag), ""},
		{"1e3", new(countFlag), ""},
		{"24", new(everyFlag), ""},
		{"30s", new(everyFlag), ""},
		{"-1h", new(everyFlag), ""},
		{"999999999d", new(everyFlag), ""},
		{"host:", new(listenFlag), ""},
		{"host:http", new(listenFlag), ""},
		{"99999", new(listenFlag), ""},
	} {
		err := tt.into.UnmarshalText([]byte(tt.in))
		got := ""
		if err == nil {
			got = valueOf(tt.into)
		}
		if got != tt.want {
			t.Errorf("%T of %q = %q, want %q", tt.into, tt.in, got, tt.want)
		}
	}
}

func valueOf(v any) string {
	switch v := v.(type) {
	case *sizeFlag:
		return fmt.Sprint(*v)
	case *countFlag:
		return fmt.Sprint(*v)
	case *dateFlag:
		return string(*v)
	case *graphURL:
		return string(*v)
	case *everyFlag:
		return time.Duration(*v).String()
	case *listenFlag:
		return string(*v)
	case *langFlag:
		return string(*v)
	}
	panic("unreachable")
}
