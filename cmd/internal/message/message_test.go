package message

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"
)

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?[-+# 0]*\d*(?:\.\d+)?([a-zA-Z%])`)

// verbs lists what a text prints, by argument.
func verbs(text string) []string {
	var out []string
	for i, m := range verb.FindAllStringSubmatch(text, -1) {
		if m[2] == "%" {
			continue
		}
		at := m[1]
		if at == "" {
			at = string(rune('1' + i))
		}
		out = append(out, at+m[2])
	}
	sort.Strings(out)
	return out
}

func TestEveryMessageInEveryLanguage(t *testing.T) {
	for key, m := range catalogue() {
		for _, l := range Langs {
			if m[l] == "" {
				t.Errorf("message %s has no text in %s", key, l)
			}
		}
		if en, vi := verbs(m[English]), verbs(m[Vietnamese]); !slices.Equal(en, vi) {
			t.Errorf("message %s prints %v in English and %v in Vietnamese", key, en, vi)
		}
		if len(m) != len(Langs) {
			t.Errorf("message %s has %d texts, want %d", key, len(m), len(Langs))
		}
	}
}

// made are the parts of the catalogue whose keys are put together when they are
// needed; the commands' own test asks for each of them.
var made = []string{
	"help.", "detail.", "arg.", "flag.", "head.", "kind.", "unit.", "instrument.",
	"role.", "page.", "code.", "op.", "progress.", "hint.neo4j.", "db.", "sync.",
}

var quoted = regexp.MustCompile(`"([a-z0-9-]+(?:\.[a-z0-9-]+)*)\.?"`)

func TestEveryMessageIsUsed(t *testing.T) {
	used := map[string]bool{}
	files, err := filepath.Glob("../../vnlex/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no code found: %v", err)
	}
	for _, f := range files {
		code, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range quoted.FindAllStringSubmatch(string(code), -1) {
			used[m[1]] = true
		}
	}
	for key := range catalogue() {
		if !used[key] && !isMade(key) && !used[strings.TrimSuffix(key, filepath.Ext(key))] {
			t.Errorf("message %s is used nowhere", key)
		}
	}
}

func isMade(key string) bool {
	return slices.ContainsFunc(made, func(p string) bool { return strings.HasPrefix(key, p) })
}

func TestDate(t *testing.T) {
	for _, tt := range []struct {
		lang Lang
		iso  string
		want string
	}{
		{Vietnamese, "2024-05-16", "16/05/2024"},
		{Vietnamese, "2024-05", "05/2024"},
		{Vietnamese, "2024", "2024"},
		{English, "2024-05-16", "2024-05-16"},

		{Vietnamese, "", ""},
		{Vietnamese, "1-2-3-4", "1-2-3-4"},
	} {
		if got := tt.lang.Date(tt.iso); got != tt.want {
			t.Errorf("%s.Date(%q) = %q, want %q", tt.lang, tt.iso, got, tt.want)
		}
	}
}

func TestFromLocale(t *testing.T) {
	for _, tt := range []struct {
		env  map[string]string
		want Lang
	}{
		{map[string]string{"LANG": "vi_VN.UTF-8"}, Vietnamese},
		{map[string]string{"LC_ALL": "vi", "LANG": "en_US"}, Vietnamese},
		{map[string]string{"LC_MESSAGES": "VI_VN"}, Vietnamese},

		{map[string]string{"LC_ALL": "C", "LANG": "vi_VN.UTF-8"}, English},
		{map[string]string{"LANG": "fr_FR"}, English},
		{nil, English},
	} {
		if got := FromLocale(func(name string) string { return tt.env[name] }); got != tt.want {
			t.Errorf("FromLocale(%v) = %q, want %q", tt.env, got, tt.want)
		}
	}
}
