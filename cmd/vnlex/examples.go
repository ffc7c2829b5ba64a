package main

// examples are command lines that work on the pages of the demo; help shows
// them, and a test runs them.
var examples = map[string][]string{
	"version":    {"version"},
	"completion": {"completion bash"},
}
