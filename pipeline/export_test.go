package pipeline

import "vnlex/extractors/reading"

// WithReader returns options under which pages are read by read.
func WithReader(o Options, read func(reading.Source) *reading.Reading) Options {
	o.read = read
	return o
}

// WithSmallSteps returns options under which a run takes many transactions.
func WithSmallSteps(o Options) Options {
	o.group, o.units = 3, 10
	return o
}
