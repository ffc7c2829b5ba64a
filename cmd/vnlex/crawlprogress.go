package main

import (
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"vnlex/pipeline"
	"vnlex/pipeline/crawl"
)

type crawlEvent = crawl.Event

// A crawlProgress shows how far each host is: a line for each of the first ones on a
// terminal, elsewhere one line a minute for all of them.
type crawlProgress struct {
	*progress
	bars map[string]*mpb.Bar
	said time.Duration // since the start of the run, when the last line was written

	mu    sync.Mutex // lines are drawn while events come
	hosts map[string]crawlEvent
}

// shown is how many hosts have a line of their own.
const shown = 12

func (a *app) crawlProgress() *crawlProgress {
	return &crawlProgress{progress: a.progress(), hosts: map[string]crawlEvent{},
		bars: map[string]*mpb.Bar{}}
}

// event takes one step of the crawl.
func (p *crawlProgress) event(e crawlEvent) {
	if e.URL != "" {
		p.app.log.Debug("fetch", "url", e.URL, "code", e.Code)
	}
	p.mu.Lock()
	p.hosts[e.Host] = e
	p.mu.Unlock()
	if p.progress.bars == nil {
		p.line(e.Elapsed)
		return
	}
	if bar := p.bar(e.Host); bar != nil {
		bar.SetTotal(int64(e.Done+e.Due), false)
		bar.SetCurrent(int64(e.Done))
	}
}

// bar returns the line of a host; a host without one gets that of a host that is
// done, and nil when all are at work.
func (p *crawlProgress) bar(host string) *mpb.Bar {
	if bar := p.bars[host]; bar != nil {
		return bar
	}
	for other, bar := range p.bars {
		if len(p.bars) >= shown && p.hosts[other].Due == 0 {
			bar.Abort(true)
			delete(p.bars, other)
		}
	}
	if len(p.bars) < shown {
		p.bars[host] = p.add(host)
	}
	return p.bars[host]
}

// stage takes one step of what follows the crawl.
func (p *crawlProgress) stage(e pipeline.Event) {
	if e.Stage != "read" {
		p.progress.event(e)
	}
}

// add begins the line of a host: done, waiting, failed, rate, time left.
func (p *crawlProgress) add(name string) *mpb.Bar {
	now := func() crawlEvent {
		p.mu.Lock()
		defer p.mu.Unlock()
		return p.hosts[name]
	}
	return p.progress.bars.AddBar(0, mpb.BarWidth(20),
		mpb.PrependDecorators(decor.Name(plain(name), decor.WCSyncSpaceR)),
		mpb.AppendDecorators(decor.Any(func(decor.Statistics) string {
			return p.app.hostText(now())
		})))
}

func (a *app) hostText(e crawlEvent) string {
	left := "–"
	if e.Done < 2 {
		e.Rate = 0 // one answer makes no pace
	} else if e.Left > 0 {
		left = e.Left.Round(time.Second).String()
	}
	return a.text("refresh.host", e.Done, e.Due, e.Failed, e.Rate, left)
}

// line says once a minute how far all hosts are together.
func (p *crawlProgress) line(elapsed time.Duration) {
	if elapsed-p.said < time.Minute {
		return
	}
	p.said = elapsed
	all := p.together()
	p.app.say("refresh.line", elapsed.Round(time.Second), len(p.hosts), p.app.hostText(all))
}

// together adds the hosts up; the run takes as long as its slowest host.
func (p *crawlProgress) together() (all crawlEvent) {
	for _, e := range p.hosts {
		all.Done += e.Done
		all.Due += e.Due
		all.Failed += e.Failed
		all.Rate += e.Rate
		all.Left = max(all.Left, e.Left)
	}
	return all
}

// done takes the bars off the screen.
func (p *crawlProgress) done() {
	for _, bar := range p.bars {
		bar.Abort(true)
	}
	p.progress.done()
}
