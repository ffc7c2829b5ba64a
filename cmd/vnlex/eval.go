package main

import (
	"context"
	"errors"
	"os"

	"vnlex/cmd/internal/terminal"
	"vnlex/pipeline"
	"vnlex/pipeline/eval"
)

// An evalCmd measures what vnlex reads on pages whose answers are known.
type evalCmd struct {
	Errors  bool
	Against string   `placeholder:"OLD.json"`
	Gold    []string `arg:"" placeholder:"GOLD.jsonl"`
}

func (c evalCmd) Run(ctx context.Context, a *app) error {
	old, err := c.old(a)
	if err != nil {
		return err
	}
	out := eval.NewWriter(terminal.Writer{W: a.stdout, JSON: true})
	report, err := c.measure(ctx, a, func(d eval.Decision) error {
		return c.decision(a, out, old, d)
	})
	if err != nil {
		return a.goldError(err)
	}
	if err := c.print(a, out, report, old); err != nil {
		return err
	}
	if report.Unread() > 0 {
		return errReported
	}
	return nil
}

// old reads the result of before, nil when there is none to compare with.
func (c evalCmd) old(a *app) (*eval.Old, error) {
	if c.Against == "" {
		return nil, nil
	}
	f, err := os.Open(c.Against)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	old, err := eval.ReadOld(f)
	if err != nil {
		return nil, a.errorf("eval.old", c.Against, err)
	}
	return old, nil
}

func (c evalCmd) measure(
	ctx context.Context, a *app, each func(eval.Decision) error,
) (*eval.Report, error) {
	return eval.Run(ctx, c.Gold, eval.Options{
		MaxBytes: int64(a.MaxBytes),
		Each:     each,
		Unread: func(e *pipeline.PageError) {
			a.log.Error(a.text("extract.failed", e.URL, e.Code, e.Reason))
		},
	})
}

// decision takes one decision where it is wanted.
func (c evalCmd) decision(a *app, out *eval.Writer, old *eval.Old, d eval.Decision) error {
	if old != nil {
		old.Decision(d)
	}
	if a.JSON {
		return out.Decision(d)
	}
	if c.Errors && d.Verdict != eval.Right {
		a.printDecision(d)
	}
	return nil
}

func (c evalCmd) print(a *app, out *eval.Writer, report *eval.Report, old *eval.Old) error {
	var compared *eval.Comparison
	if old != nil {
		compared = old.Close(report)
	}
	if a.JSON {
		return out.Close(report, compared)
	}
	for _, s := range report.Sets {
		a.printSet(s)
	}
	a.printCalibration(report.Calibration)
	if compared != nil {
		a.printComparison(compared)
	}
	return nil
}

// goldError words what is wrong with a gold file.
func (a *app) goldError(err error) error {
	var gold *eval.GoldError
	if !errors.As(err, &gold) {
		return err
	}
	place := gold.Path
	if gold.Line > 0 {
		place = a.text("eval.line", gold.Path, gold.Line)
	}
	text := place + ": " + a.text("eval."+string(gold.Code))
	if gold.Err != nil {
		text += ": " + gold.Err.Error()
	}
	return errors.New(text)
}
