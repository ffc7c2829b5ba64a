package main

import (
	"io"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"vnlex/cmd/internal/terminal"
	"vnlex/pipeline"
)

// A progress shows on a terminal how far a run is; messages meanwhile stand
// above it. Elsewhere it shows nothing.
type progress struct {
	app    *app
	bars   *mpb.Progress // nil when there is no terminal
	stages map[string]*mpb.Bar
	stderr io.Writer // what messages were written to before
}

func (a *app) progress() *progress {
	p := &progress{app: a, stages: map[string]*mpb.Bar{}, stderr: a.stderr}
	if terminal.Is(a.stderr) && !a.Quiet && a.LogFormat == "text" {
		p.bars = mpb.New(mpb.WithOutput(a.stderr), mpb.WithRefreshRate(100*time.Millisecond))
		a.stderr = p.bars
	}
	return p
}

// event takes one step of a run.
func (p *progress) event(e pipeline.Event) {
	if e.URL != "" {
		p.app.log.Debug(e.Stage, "url", e.URL, "code", e.Code)
	}
	if p.bars == nil {
		return
	}
	bar := p.stages[e.Stage]
	if bar == nil {
		bar = p.add(e)
		p.stages[e.Stage] = bar
	}
	if e.Total > 0 {
		bar.SetTotal(int64(e.Total), false)
	}
	bar.SetCurrent(int64(e.Done))
}

// add begins a stage: with a bar when it is known how long it is.
func (p *progress) add(e pipeline.Event) *mpb.Bar {
	name := mpb.PrependDecorators(
		decor.Name(p.app.text("progress."+e.Stage), decor.WCSyncSpaceR),
		decor.CurrentNoUnit("%d", decor.WCSyncSpace),
	)
	if e.Total > 0 {
		return p.bars.AddBar(int64(e.Total), name, mpb.BarWidth(40),
			mpb.AppendDecorators(decor.Percentage()))
	}
	return p.bars.New(0, mpb.SpinnerStyle().PositionLeft(), name, mpb.BarWidth(1))
}

// done takes the bars off the screen, whether or not the run came to its end.
func (p *progress) done() {
	if p.bars == nil {
		return
	}
	for _, bar := range p.stages {
		bar.Abort(true)
	}
	p.bars.Wait()
	p.app.stderr = p.stderr
}
