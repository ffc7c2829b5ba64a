package main

import (
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"vnlex/cmd/internal/terminal"
	"vnlex/pipeline"
)

// A progress shows on a terminal how far a run is, and logs nothing elsewhere.
type progress struct {
	app    *app
	bars   *mpb.Progress // nil when there is no terminal
	stages map[string]*mpb.Bar
}

func (a *app) progress() *progress {
	p := &progress{app: a, stages: map[string]*mpb.Bar{}}
	if terminal.Is(a.stderr) && !a.Quiet && a.LogFormat == "text" {
		p.bars = mpb.New(mpb.WithOutput(a.stderr), mpb.WithWidth(40))
	}
	return p
}

// event takes one step of a run.
func (p *progress) event(e pipeline.Event) {
	if e.Code != "" {
		p.app.log.Debug("page", "url", e.URL, "code", e.Code)
	}
	if p.bars == nil {
		return
	}
	bar := p.stages[e.Stage]
	if bar == nil {
		bar = p.bars.AddBar(0,
			mpb.PrependDecorators(decor.Name(p.app.text("progress."+e.Stage)+" ")),
			mpb.AppendDecorators(decor.CountersNoUnit(" %d/%d")),
		)
		p.stages[e.Stage] = bar
	}
	bar.SetTotal(int64(e.Total), false)
	bar.SetCurrent(int64(e.Done))
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
}
