package graph

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// A Source tells where the value of a document's field was read: the best claim.
// Document.Sources holds them as JSON text.
type Source struct {
	Field string `json:"field"`
	URL   string `json:"url"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
	Rule  string `json:"rule"`
}

// A Conflict is a field on which sources disagree. Document.Conflicts holds
// them as JSON text.
type Conflict struct {
	Field  string          `json:"field"`
	Values []ConflictValue `json:"values"`
}

// A ConflictValue is one of the values, with its evidence.
type ConflictValue struct {
	Value string `json:"value"`
	URL   string `json:"url"`
	Quote string `json:"quote"`
}

// Text returns s as Document.Sources holds it.
func (s Source) Text() string { return jsonText(s) }

// Text returns c as Document.Conflicts holds it.
func (c Conflict) Text() string { return jsonText(c) }

func jsonText(v any) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(fmt.Sprintf("unreachable: encode %T: %v", v, err))
	}
	return strings.TrimSuffix(b.String(), "\n")
}
