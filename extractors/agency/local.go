package agency

import (
	"strings"
	"time"
)

// seat makes a the body of the place that a key names.
func (a *Agency) seat(slug string) {
	bare, again := strings.CutSuffix(slug, reborn)
	a.Place, _ = BySlug(slug)
	i, ok := provinces().slugs[bare]
	if !ok {
		a.district(bare)
		return
	}
	p := provinces().all[i]
	a.Name = seated(a.Name, p)
	switch {
	case again:
		a.From, a.To = merger, ""
	case provinces().taken[bare] && twice(a.Key):
		a.To = dayBefore(merger)
	case p.on != "" && p.into != p.Slug:
		a.To = dayBefore(p.on)
	}
}

// seated puts the name of its province behind the name of a body.
func seated(name string, p province) string {
	if name == "Tỉnh ủy" {
		if p.kind == "thành phố" {
			name = "Thành ủy"
		}
		return name + " " + p.Name
	}
	return name + " " + p.full()
}

// district names a body below the province by what its key keeps.
func (a *Agency) district(slug string) {
	parts := strings.Split(slug, ".")
	if slug == "x" || len(parts) < 2 {
		return
	}
	last := len(parts) - 1
	a.Name += " " + strings.Join(parts[:last], ", ")
	if i, ok := provinces().slugs[parts[last]]; ok {
		a.Name += ", " + provinces().all[i].full()
	}
}

// twice reports whether bodies with this key's root are told apart by the merger.
func twice(key string) bool {
	root, _, _ := strings.Cut(key, "@")
	return root == "ubnd" || root == "hdnd"
}

func dayBefore(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic("unreachable: date in the table of provinces: " + err.Error())
	}
	return t.AddDate(0, 0, -1).Format(time.DateOnly)
}
