package extractors

import "strings"

// A Builder makes a repaired Text from another: it walks through the other's
// Norm once, keeping or replacing stretches, and remembers where they came from.
// Repairs may so follow one another, each seeing what the one before has made.
type Builder struct {
	from Text
	at   int // in from.Norm: how far it has been walked
	norm strings.Builder
	cuts []cut
}

// A cut says that byte norm of the new text stands for byte old of from.Norm.
type cut struct {
	norm, old int
}

// even reports whether c to next is as long in the one text as in the other.
func (c cut) even(next cut) bool { return next.norm-c.norm == next.old-c.old }

// NewBuilder returns a Builder at the start of t.Norm.
func NewBuilder(t Text) *Builder {
	return &Builder{from: t}
}

// Keep takes everything up to byte end over as it is.
func (b *Builder) Keep(end int) {
	b.write(b.from.Norm[b.at:end])
	b.at = end
}

// Replace writes s for everything up to byte end.
func (b *Builder) Replace(end int, s string) {
	if len(s) == end-b.at {
		b.write(s)
		b.at = end
		return
	}
	b.cut()
	b.write(s)
	b.at = end
	b.cut()
}

func (b *Builder) write(s string) {
	if b.norm.Cap() == 0 {
		b.norm.Grow(len(b.from.Norm) + len(b.from.Norm)/64 + 16)
	}
	b.norm.WriteString(s)
}

func (b *Builder) cut() {
	c := cut{b.norm.Len(), b.at}
	if n := len(b.cuts); n > 0 && b.cuts[n-1] == c {
		return
	}
	b.cuts = append(b.cuts, c)
}

// Text returns what has been built; what was not walked is kept.
func (b *Builder) Text() Text {
	if b.norm.Cap() == 0 {
		return b.from
	}
	b.Keep(len(b.from.Norm))
	return Text{Stored: b.from.Stored, Norm: b.norm.String(), steps: b.compose()}
}

// compose leads the cuts on to the stored text, through the steps of from.
func (b *Builder) compose() []step {
	c := composer{steps: b.from.steps, out: make([]step, 0, len(b.cuts)+len(b.from.steps))}
	prev, kept := cut{}, true
	for i, next := range b.cuts {
		c.through(prev, next.old, kept)
		c.stop(next)
		prev = next
		kept = i+1 == len(b.cuts) || next.even(b.cuts[i+1])
	}
	c.through(prev, len(b.from.Norm)+1, true)
	return c.out
}

// A composer merges cuts with the steps of the text that was cut.
type composer struct {
	steps []step // of the text that was cut
	done  int    // how many of them are behind
	out   []step
}

// through takes over the steps from prev to byte end of the old text; of a
// replaced stretch only its bounds count.
func (c *composer) through(prev cut, end int, kept bool) {
	for ; c.done < len(c.steps) && c.steps[c.done].norm < end; c.done++ {
		if s := c.steps[c.done]; kept {
			c.out = append(c.out, step{prev.norm + s.norm - prev.old, s.stored})
		}
	}
}

// stop adds the cut itself, and with it what was deleted at that very place.
func (c *composer) stop(at cut) {
	first := c.done
	for c.done < len(c.steps) && c.steps[c.done].norm == at.old {
		c.out = append(c.out, step{at.norm, c.steps[c.done].stored})
		c.done++
	}
	if c.done == first {
		c.out = append(c.out, step{at.norm, c.stored(at.old)})
	}
}

// stored leads a byte of the old text that is no step itself to the stored text.
func (c *composer) stored(old int) int {
	if c.done == 0 {
		return old
	}
	from := c.steps[c.done-1]
	if c.done < len(c.steps) && !linear(from, c.steps[c.done]) {
		return from.stored
	}
	return from.stored + old - from.norm
}
