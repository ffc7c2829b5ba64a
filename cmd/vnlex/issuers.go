package main

import (
	"strings"

	"vnlex/extractors/agency"
)

// issuers returns the codes of the agencies that a person means by a code, a
// name or a province; none for an empty text.
func (a *app) issuers(text string) ([]string, error) {
	if text == "" {
		return nil, nil
	}
	if found, ok := agency.ByKey(strings.ToLower(text)); ok {
		return ofBothTimes(found.Key), nil
	}
	if found, ok := agency.ByCode(text); ok {
		return ofBothTimes(found.Key), nil
	}
	if m, ok := agency.ByName(text); ok && m.End == len(text) {
		return ofBothTimes(m.Key()), nil
	}
	if place, ok := agency.Province(text); ok {
		var codes []string
		for _, body := range []string{"hdnd", "tu", "ubnd"} {
			codes = append(codes, ofBothTimes(body+"@"+place.Slug)...)
		}
		return codes, nil
	}
	return nil, a.errorf("agency.unknown", text)
}

// ofBothTimes adds to a provincial body the one that bears its name since the
// provinces were merged on 1 July 2025 (Nghị quyết 202/2025/QH15).
func ofBothTimes(code string) []string {
	if strings.Contains(code, "@") && !strings.Contains(code, "~") {
		return []string{code, code + "~2025"}
	}
	return []string{code}
}
