package main

import "strings"

// provisions writes #dieu-5.khoan-2 as people do: from the smallest unit to the largest.
func (a *app) provisions(scopes []string) string {
	out := make([]string, len(scopes))
	for i, s := range scopes {
		out[i] = a.provision(s)
	}
	return strings.Join(out, "; ")
}

func (a *app) provision(scope string) string {
	parts := strings.Split(strings.TrimPrefix(scope, "#"), ".")
	words := make([]string, 0, len(parts))
	for i := len(parts) - 1; i >= 0; i-- {
		words = append(words, a.unit(parts[i]))
	}
	return strings.Join(words, " ")
}

// unitNames are the units of a document that have a name in our languages.
var unitNames = []string{
	"phan", "chuong", "muc", "tieu-muc", "dieu", "khoan", "diem", "phu-luc", "mau",
}

// unit writes dieu-5 as Điều 5; a unit that has no name of ours stays as it is.
func (a *app) unit(part string) string {
	for _, name := range unitNames {
		if n, ok := strings.CutPrefix(part, name+"-"); ok {
			return a.text("unit."+name) + " " + n
		}
	}
	return part
}
