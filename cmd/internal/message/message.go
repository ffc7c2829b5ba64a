// Package message holds what vnlex says to a person, in Vietnamese and English.
// The texts stand in messages.toml, one table a message, and are parsed when the
// first one is asked for.
package message

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

// A Lang is a language that vnlex speaks.
type Lang string

const (
	English    Lang = "en"
	Vietnamese Lang = "vi"
)

// Langs are the languages that every message has.
var Langs = []Lang{English, Vietnamese}

//go:embed messages.toml
var source []byte

var catalogue = sync.OnceValue(func() map[string]map[Lang]string {
	var tree map[string]any
	if err := toml.Unmarshal(source, &tree); err != nil {
		panic("unreachable: messages.toml: " + err.Error())
	}
	flat := map[string]map[Lang]string{}
	flatten(flat, "", tree)
	return flat
})

// flatten turns nested tables into dotted keys; a table of texts is a message.
func flatten(into map[string]map[Lang]string, prefix string, tree map[string]any) {
	for name, v := range tree {
		switch v := v.(type) {
		case map[string]any:
			flatten(into, strings.TrimPrefix(prefix+"."+name, "."), v)
		case string:
			if into[prefix] == nil {
				into[prefix] = map[Lang]string{}
			}
			into[prefix][Lang(name)] = v
		}
	}
}

// Has reports whether there is a message of that key.
func Has(key string) bool { return catalogue()[key] != nil }

// Text returns the message in the language, its verbs filled with args. An
// unknown key is a mistake of ours.
func (l Lang) Text(key string, args ...any) string {
	m, ok := catalogue()[key]
	if !ok {
		panic("unreachable: no message " + key)
	}
	if len(args) == 0 {
		return m[l]
	}
	return fmt.Sprintf(m[l], args...)
}

// Date writes an ISO date cut to its precision the way the language does.
func (l Lang) Date(iso string) string {
	part := strings.Split(iso, "-")
	if l != Vietnamese || len(part) > 3 {
		return iso
	}
	for i, j := 0, len(part)-1; i < j; i, j = i+1, j-1 {
		part[i], part[j] = part[j], part[i]
	}
	return strings.Join(part, "/")
}

// FromLocale returns the language that the locale variables ask for, English
// where they ask for none of ours. The first one set decides, as in POSIX.
func FromLocale(getenv func(string) string) Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "vi") {
				return Vietnamese
			}
			return English
		}
	}
	return English
}
