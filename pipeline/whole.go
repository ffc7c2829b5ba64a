package pipeline

import (
	"fmt"
	"slices"

	"vnlex/extractors/reading"
	"vnlex/pipeline/page/complete"
)

// incomplete is the code of warnings about what is missing in a page, and of a page that
// was read all the same.
const incomplete = "incomplete"

// checkWhole adds to a reading what seems to be missing in the text of a legal page.
func checkWhole(t *text) {
	if t.reading.Page.Kind != "legal" {
		return
	}
	gaps := complete.Check(t.source.Text)
	if len(gaps) == 0 {
		return
	}
	for _, g := range gaps {
		t.reading.Warnings = append(t.reading.Warnings,
			reading.Warning{Code: incomplete, Message: g.Message, Start: g.Start, End: g.End})
	}
	slices.SortStableFunc(t.reading.Warnings, func(a, b reading.Warning) int {
		return a.Start - b.Start
	})
	t.gap = gaps[0].Message
	if n := len(gaps) - 1; n > 0 {
		t.gap += fmt.Sprintf(", and %d more", n)
	}
}
