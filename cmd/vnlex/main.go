// Vnlex reads pages about Vietnamese legal documents and answers who implements,
// amends and cites what, with the sentence that says so.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	os.Exit(run(untilSignal(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// oneWish is the time in which two signals are one wish: timeout(1) sends its own to
// the process and to its group.
const oneWish = 50 * time.Millisecond

// untilSignal returns a context that the first SIGINT or SIGTERM cancels: the
// page at hand is finished, what is done is kept. The second ends the process.
func untilSignal() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-signals
		cancel()
		for first := time.Now(); time.Since(first) < oneWish; {
			<-signals
		}
		os.Exit(statusInterrupted)
	}()
	return ctx
}
