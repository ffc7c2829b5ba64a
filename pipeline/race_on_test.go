//go:build race

package pipeline_test

// underRace says that the tests run under the race detector, where the database is some
// twenty times slower: what only counts is shown by the runs without it.
const underRace = true
