package main

import (
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
)

// wrap breaks text at blanks into lines of at most that many columns; a longer
// word stands alone.
func wrap(s string, columns int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(s) {
		w := text.StringWidthWithoutEscSequences(word)
		if line != "" && used+1+w > columns {
			lines = append(lines, line)
			line, used = "", 0
		}
		if line != "" {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+w
	}
	if line == "" && len(lines) > 0 {
		return lines
	}
	return append(lines, line)
}
