// Package normalize repairs Vietnamese text for reading (chuẩn hóa) and makes
// the keys by which words are compared.
package normalize

import "vnlex/extractors"

// Text makes a stored text ready for reading: see extractors.Text. A text that
// needs no repair is shared, at no cost but the look at it.
func Text(stored string) extractors.Text {
	t := repaired(stored)
	for {
		parted := unglue(t)
		if len(parted.Norm) == len(t.Norm) || nextForeign(parted.Norm, 0) == len(parted.Norm) {
			return parted
		}
		t = letters(parted) // what is parted may show itself as a symbol of its own
	}
}

// repaired is a text before glued words are split. Where an invisible character stood
// inside a reference, it shows itself only when that is gone.
func repaired(s string) extractors.Text {
	t := letters(clean(legacy(references(extractors.Plain(s)))))
	if again := references(t); again.Norm != t.Norm {
		return letters(clean(again))
	}
	return t
}

// Repair returns the text as Text repairs it before it splits glued words.
func Repair(s string) string {
	return repaired(s).Norm
}
