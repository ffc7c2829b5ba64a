// Package counter counts the paragraphs of lists as Word does, and prints their numbers.
// (ECMA-376 part 1, 17.9; [MS-DOC] 2.9.148)
package counter

import (
	"strconv"
	"strings"
)

// Levels is how many levels a list has.
const Levels = 9

// A Format is how a number is printed.
type Format int

// Formats; what is none of them is printed in figures.
const (
	Decimal Format = iota
	DecimalZero
	UpperRoman
	LowerRoman
	UpperLetter
	LowerLetter
	Bullet
	None
)

// A Level is how paragraphs on one level are counted.
type Level struct {
	Start   int
	Format  Format
	Text    string // %1 to %9 stand for the numbers of levels
	Legal   bool   // all numbers in figures
	Restart int    // 0: at any level above; n: at one of the first n; Never
}

// Never is the Restart of a level that runs on.
const Never = -1

// A Use is a list as paragraphs name it. Uses of one list count on together.
type Use struct {
	List   string
	Levels [Levels]Level
	Starts [Levels]*int // where this use begins, if not where the list has come to
}

// A Counter knows how far lists are. The zero value is ready for use.
type Counter struct {
	at    map[string]*[Levels]int // -1: not begun
	begun map[*Use]bool
}

// Next counts a paragraph on a level and returns its number as it is printed, "" if
// nothing is.
func (c *Counter) Next(use *Use, level int) string {
	if level < 0 || level >= Levels {
		return ""
	}
	at := c.of(use)
	for above := range level {
		if at[above] < 0 {
			at[above] = use.Levels[above].Start
		}
	}
	if at[level] < 0 {
		at[level] = use.Levels[level].Start - 1
	}
	at[level]++
	for below := level + 1; below < Levels; below++ {
		if r := use.Levels[below].Restart; r == 0 || r > level {
			at[below] = -1
		}
	}
	return use.label(at, level)
}

// of returns where the list of a use is.
func (c *Counter) of(use *Use) *[Levels]int {
	if c.at == nil {
		c.at, c.begun = map[string]*[Levels]int{}, map[*Use]bool{}
	}
	at := c.at[use.List]
	if at == nil {
		at = &[Levels]int{-1, -1, -1, -1, -1, -1, -1, -1, -1}
		c.at[use.List] = at
	}
	if !c.begun[use] {
		c.begun[use] = true
		for i, start := range use.Starts {
			if start != nil {
				at[i] = *start - 1
			}
		}
	}
	return at
}

func (u *Use) label(at *[Levels]int, level int) string {
	l := &u.Levels[level]
	if l.Format == Bullet {
		if strings.TrimSpace(l.Text) == "" {
			return ""
		}
		return "-"
	}
	var b strings.Builder
	for i := 0; i < len(l.Text); i++ {
		if l.Text[i] != '%' || i+1 == len(l.Text) || l.Text[i+1] < '1' || l.Text[i+1] > '9' {
			b.WriteByte(l.Text[i])
			continue
		}
		i++
		of := int(l.Text[i] - '1')
		format := u.Levels[of].Format
		if l.Legal && format != None {
			format = Decimal
		}
		b.WriteString(format.Print(max(at[of], 0)))
	}
	return b.String()
}

// most is the largest number that is printed in Roman figures or letters.
const most = 4999

// Print prints n.
func (f Format) Print(n int) string {
	switch f {
	case None, Bullet:
		return ""
	case DecimalZero:
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case LowerRoman:
		return strings.ToLower(roman(n))
	case UpperRoman:
		return roman(n)
	case LowerLetter:
		return strings.ToLower(letter(n))
	case UpperLetter:
		return letter(n)
	}
	return strconv.Itoa(n)
}

// letter is A to Z, then AA to ZZ.
func letter(n int) string {
	if n < 1 || n > most {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > most {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
		{40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}
