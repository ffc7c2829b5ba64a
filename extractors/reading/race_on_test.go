//go:build race

package reading

// raced says that the race detector is on: the long tests take a sample.
const raced = true
