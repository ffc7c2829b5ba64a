package neo4jtest

import (
	"archive/zip"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestMain(m *testing.M) { os.Exit(Main(m)) }

func TestStart(t *testing.T) {
	Each(t, func(t *testing.T, s *Server) {
		r, err := s.Run(t.Context(), "CALL dbms.components() YIELD name, versions RETURN name + ' ' + versions[0]", nil)
		if err != nil {
			t.Fatal(err)
		}
		got, _ := r.Records[0].Values[0].(string)
		if s.process != nil && got != "Neo4j Kernel "+s.Line {
			t.Errorf("components of %s = %q", s.Line, got)
		}
	})
}

func TestLastTransaction(t *testing.T) {
	s := Start(t, LTS)
	var seen []string
	for _, query := range []string{"RETURN 1", "MATCH (n) RETURN count(n)", "CREATE (:A)", "MATCH (n:B) DELETE n"} {
		if _, err := s.Run(t.Context(), query, nil); err != nil {
			t.Fatal(err)
		}
		last, err := s.LastTransaction(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		seen = append(seen, last)
	}
	if seen[0] != seen[1] || seen[1] == seen[2] || seen[2] != seen[3] {
		t.Errorf("the last transaction after a look, a look, a change and a look: %q", seen)
	}
}

func TestCachedLeavesNoHalfFilledFolder(t *testing.T) {
	t.Setenv("VNLEX_CACHE", t.TempDir())
	broken := errors.New("broken")
	_, err := cached("jars", func(tmp string) error {
		os.WriteFile(filepath.Join(tmp, "half"), nil, 0o644)
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("cached(broken) = %v, want %v", err, broken)
	}
	if left, _ := os.ReadDir(os.Getenv("VNLEX_CACHE")); len(left) != 0 {
		t.Errorf("cached(broken) leaves %v", left)
	}
	fills := 0
	for range 2 {
		dir, err := cached("jars", func(string) error { fills++; return nil })
		if err != nil || filepath.Base(dir) != "jars" {
			t.Errorf("cached(jars) = %q, %v", dir, err)
		}
	}
	if fills != 1 {
		t.Errorf("filled %d times, want once", fills)
	}
}

func TestFindJavaSaysWhereItLooked(t *testing.T) {
	t.Setenv("PATH", "")
	t.Setenv("VNLEX_CACHE", t.TempDir())
	javas["none"] = []int{3}
	defer delete(javas, "none")
	_, err := findJava(t.Context(), "none")
	if err == nil || !strings.Contains(err.Error(), "JAVA3_HOME") {
		t.Errorf("findJava = %v, want an error that names JAVA3_HOME", err)
	}
}

func TestUnzipStaysInside(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.whl")
	out, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(out)
	for _, name := range []string{"jre/bin/java", "../outside"} {
		w, _ := z.Create(name)
		w.Write([]byte(name))
	}
	if err := errors.Join(z.Close(), out.Close()); err != nil {
		t.Fatal(err)
	}
	if err := unzipAll(dir, filepath.Join(dir, "to")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(dir, "to", "jre", "bin", "java"))
	if err != nil || info.Mode()&0o100 == 0 {
		t.Errorf("jre/bin/java: %v, %v; want an executable file", info, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "outside")); err == nil {
		t.Error("a name with .. was written outside")
	}
}
