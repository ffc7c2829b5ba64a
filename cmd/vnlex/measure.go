package main

import (
	"fmt"
	"strings"

	"vnlex/cmd/internal/render"
	"vnlex/pipeline/eval"
)

// printSet draws the measures of one gold file.
func (a *app) printSet(s eval.Set) {
	a.printf("%s\n\n", a.style().Bold(a.text("eval.set", plain(s.Gold), s.Read, s.Pages)))
	t := render.Table{
		Head: a.heads("measure", "right", "wrong", "missed", "precision", "recall", "f1"),
	}
	for _, m := range s.Measures {
		t.Rows = append(t.Rows, a.measureRow(m))
	}
	t.Text(a.stdout, a.width(), a.style())
	a.printf("\n")
}

func (a *app) measureRow(m eval.Measure) []string {
	return []string{
		a.measure(m.Name, m.Of), count(m.Right), count(m.Wrong), count(m.Missed),
		figure(m.Precision), figure(m.Recall), figure(m.F1),
	}
}

// measure names a measure; one that is restricted to a kind stands under the whole.
func (a *app) measure(name, of string) string {
	if of != "" {
		return "  " + of
	}
	return a.text("measure." + name)
}

func count(n int) string { return fmt.Sprintf("%6d", n) }

// figure writes a figure, a dash for what is not measured.
func figure(f *float64) string {
	if f == nil {
		return "–"
	}
	return fmt.Sprintf("%.4f", *f)
}

// telling is the figure of a measure that tells most.
func telling(m eval.Measure) string {
	f := m.Figure()
	return figure(&f)
}

// printCalibration tells how often relations of each confidence are right.
func (a *app) printCalibration(bins []eval.Bin) {
	if len(bins) == 0 {
		return
	}
	a.printf("%s\n\n", a.style().Bold(a.text("eval.calibration")))
	t := render.Table{Head: a.heads("confidence", "said", "share", "right", "among", "interval")}
	for _, b := range bins {
		t.Rows = append(t.Rows, []string{
			fmt.Sprintf("%.2f–%.2f", b.From, b.To), figure(&b.Said), figure(&b.Share),
			count(b.Right), count(b.Count), fmt.Sprintf("%.4f–%.4f", b.Low, b.High),
		})
	}
	t.Text(a.stdout, a.width(), a.style())
	a.printf("%s\n\n", a.style().Faint(a.text("eval.shown", eval.Shown)))
}

// printDecision prints what is wrong or missed, with its sentence.
func (a *app) printDecision(d eval.Decision) {
	parts := strings.Join(a.decisionParts(d), "  ")
	a.printf("%-8s%s\n", a.text("verdict."+string(d.Verdict)), plain(parts))
	const indent = "        "
	if d.Quote != "" {
		lines := render.Wrap("“"+plain(d.Quote)+"”", max(30, a.width()-len(indent)))
		a.printf("%s%s\n", indent, strings.Join(lines, "\n"+indent))
	}
}

func (a *app) decisionParts(d eval.Decision) []string {
	parts := filled(d.Set, d.Page, a.text("measure."+d.Measure), d.Key)
	if d.To != "" {
		parts = append(parts, strings.Join(filled(d.From, "—"+d.Kind+"→", d.To), " "))
	}
	if d.Got != "" {
		parts = append(parts, a.text("eval.got", d.Got))
	}
	if d.Want != "" {
		parts = append(parts, a.text("eval.want", d.Want))
	}
	return parts
}

// printComparison tells what a change won and lost.
func (a *app) printComparison(c *eval.Comparison) {
	for _, part := range []struct {
		name string
		all  []eval.Decision
	}{{"won", c.Won}, {"lost", c.Lost}, {"new", c.New}, {"gone", c.Gone}} {
		a.printf("%s\n\n", a.style().Bold(a.text("against."+part.name, len(part.all))))
		for _, d := range part.all {
			a.printDecision(d)
		}
		if len(part.all) > 0 {
			a.printf("\n")
		}
	}
	t := render.Table{Head: a.heads("gold", "measure", "before", "now", "right", "wrong", "missed")}
	for _, m := range c.Moved {
		t.Rows = append(t.Rows, a.moveRow(m))
	}
	t.Text(a.stdout, a.width(), a.style())
}

func (a *app) moveRow(m eval.Move) []string {
	name := a.text("measure." + m.Name)
	if m.Of != "" {
		name += " " + m.Of
	}
	return []string{
		m.Gold, name, telling(m.Old), telling(m.New), change(m.New.Right - m.Old.Right),
		change(m.New.Wrong - m.Old.Wrong), change(m.New.Missed - m.Old.Missed),
	}
}

// change is a difference with its sign, nothing for none.
func change(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%+d", n)
}
