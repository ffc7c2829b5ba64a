package main

import (
	"testing"

	"vnlex/cmd/internal/message"
)

func TestReachable(t *testing.T) {
	for contact, want := range map[string]bool{
		"ban@example.vn":                  true,
		"Sở Công Thương <ban@example.vn>": true,
		"https://example.vn/bot":          true,
		"vnlex (+https://example.vn/bot)": true,
		"vnlex, https://example.vn/bot":   true,

		"":                                  false,
		"nobody":                            false,
		"ban@localhost":                     false,
		"ftp://example.vn":                  false,
		"https://":                          false,
		"ban@example.vn\r\nX-Other: header": false,
		"ban@example.vn\x00":                false,
	} {
		a, _, _ := speaker(message.English)
		a.Contact = contact
		if err := a.reachable(); (err == nil) != want {
			t.Errorf("reachable() with contact %q = %v, want ok %v", contact, err, want)
		}
	}
}
