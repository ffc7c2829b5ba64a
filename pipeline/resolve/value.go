package resolve

import (
	"bytes"
	"encoding/json"
	"strings"

	"vnlex/extractors/reading"
)

// What stands in Claim.Value, by kind.

type documentValue struct {
	Symbol  string   `json:"symbol,omitempty"`
	Type    string   `json:"type,omitempty"`
	Issuers []string `json:"issuers,omitempty"`
	Unit    string   `json:"unit,omitempty"`
	Place   string   `json:"place,omitempty"`
	Role    string   `json:"role,omitempty"`
	Subject bool     `json:"subject,omitempty"`
	Carried bool     `json:"carried,omitempty"`
	Count   int      `json:"count,omitempty"` // of mentions
	Own     string   `json:"own,omitempty"`   // date of the page that says it
}

type fieldValue struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type signerValue struct {
	Order int `json:"order"`
	reading.Signer
}

type instrumentValue struct {
	Name    string   `json:"name"`
	Kind    string   `json:"kind"`
	From    string   `json:"from,omitempty"`
	To      string   `json:"to,omitempty"`
	Horizon string   `json:"horizon,omitempty"`
	Act     string   `json:"act,omitempty"`
	Aliases []string `json:"aliases,omitempty"`
}

type relationValue struct {
	Family string         `json:"family"`
	Kind   string         `json:"kind"`
	Parts  []reading.Part `json:"parts,omitempty"`
}

type relatedValue struct {
	List int `json:"list"`
}

// encode returns v as JSON.
func encode(v any) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic("unreachable: " + err.Error())
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// decode reads what encode wrote; what another program put there reads as nothing.
func decode[T any](s string) T {
	var v T
	_ = json.Unmarshal([]byte(s), &v)
	return v
}
