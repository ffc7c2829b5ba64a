//go:build race

package pipeline_test

// underRace says that the tests run under the race detector.
const underRace = true
