package eval

import (
	"path/filepath"
	"testing"

	"vnlex/testdata"
)

const ownScoreFile = "testdata/own.json"

// The pages of testdata/gold are of our own writing and were labelled before any reading of
// them was seen: they show how texts fare that no rule was made for, and need no reference
// material. A rule made for one of them must hold for its whole class.
func TestOwnScores(t *testing.T) {
	holdScores(t, ownScoreFile, scoresOn(t, ownGold(t)))
}

func ownGold(t *testing.T) string {
	t.Helper()
	return filepath.Join(testdata.Root(t), "testdata", "gold", "gold.jsonl")
}
