package webtest

import (
	"context"
	"sync"
	"time"
)

// A Clock is a time of its own: who sleeps by it waits for nothing.
type Clock struct {
	mu sync.Mutex
	at time.Time
}

// NewClock returns a clock that stands at a time.
func NewClock(at time.Time) *Clock { return &Clock{at: at} }

// Now returns the time of the clock.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

// Pass lets time pass; less than 0 puts the clock back.
func (c *Clock) Pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// Sleep is Pass for those who wait.
func (c *Clock) Sleep(_ context.Context, d time.Duration) { c.Pass(d) }
