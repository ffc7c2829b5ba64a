package pipeline_test

import (
	"os"
	"testing"

	"vnlex/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Main(m)) }
