package neo4jtest

import (
	"bytes"
	"context"
	"crypto/rand"
	_ "embed"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// readyWithin is how long a server may take to answer: 7 to 10 s on an idle
// machine of two cores, several times that on a busy one.
const readyWithin = 4 * time.Minute

//go:embed server/neo4j.conf
var conf string

// A process is one JVM that runs a server on a home folder of its own.
type process struct {
	java, class, home string
	password          string
	steady            bool // for figures: compiled thoroughly
	cmd               *exec.Cmd
	stdin             io.Closer // the server ends when it closes, so also when this program dies
	log               output
	done              chan struct{}
}

func launch(line string, steady bool) (*Server, error) {
	ctx := context.Background() // outlives the test that happens to be first
	class, err := classPath(ctx, line)
	if err != nil {
		return nil, err
	}
	java, err := findJava(ctx, line)
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	p := &process{java: java, class: class, password: rand.Text(), steady: steady}
	if p.home, err = makeHome(port); err != nil {
		return nil, err
	}
	if err := p.start(); err != nil {
		p.stop()
		return nil, err
	}
	return &Server{Line: line, URI: fmt.Sprintf("bolt://127.0.0.1:%d", port),
		User: "neo4j", Password: p.password, process: p}, nil
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

func makeHome(port int) (string, error) {
	home, err := os.MkdirTemp("", "vnlex-neo4j-")
	if err != nil {
		return "", err
	}
	for _, dir := range []string{"data", "logs", "conf", "plugins", "import"} {
		if err := os.Mkdir(filepath.Join(home, dir), 0o755); err != nil {
			return "", err
		}
	}
	text := strings.ReplaceAll(conf, "PORT", fmt.Sprint(port))
	return home, os.WriteFile(filepath.Join(home, "conf", "neo4j.conf"), []byte(text), 0o644)
}

// start runs the server and waits until it answers.
func (p *process) start() error {
	cmd := exec.Command(p.java, append(p.flags(), "-cp", p.class, "Neo4jMain",
		p.home, filepath.Join(p.home, "conf", "neo4j.conf"))...)
	cmd.Env = append(os.Environ(), "NEO4J_TEST_PASSWORD="+p.password)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	p.log = output{ready: make(chan struct{})}
	cmd.Stdout, cmd.Stderr = &p.log, &p.log
	if err := cmd.Start(); err != nil {
		return err
	}
	p.cmd, p.stdin, p.done = cmd, stdin, make(chan struct{})
	go func() { cmd.Wait(); close(p.done) }()
	return p.await()
}

func (p *process) await() error {
	select {
	case <-p.log.ready:
		return nil
	case <-p.done:
		return fmt.Errorf("the server ended before it answered: %s", p.log.tail())
	case <-time.After(readyWithin):
		p.kill()
		return fmt.Errorf("the server did not answer within %v: %s", readyWithin, p.log.tail())
	}
}

func (p *process) kill() {
	if p.cmd == nil || p.cmd.Process == nil {
		return
	}
	p.cmd.Process.Kill()
	<-p.done
	p.stdin.Close()
}

func (p *process) stop() {
	p.kill()
	os.RemoveAll(p.home)
}

// flags returns what a JVM needs to run Neo4j. What only Java 24 and later know
// is asked for by the release. A server that lives as long as a few tests is
// compiled lightly: it starts with half the work.
func (p *process) flags() []string {
	f := []string{"-Xms128m", "-Xmx1g", "-Dfile.encoding=UTF-8",
		"--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED",
		"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
		"--enable-native-access=ALL-UNNAMED", "-Dio.netty.tryReflectionSetAccessible=true",
		"-Dlog4j2.disable.jmx=true"}
	if p.steady {
		f = append(f, "-XX:+UseG1GC")
	} else {
		f = append(f, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
	}
	if javaRelease(context.Background(), p.java) >= 24 {
		f = append(f, "--sun-misc-unsafe-memory-access=allow",
			"-Dorg.neo4j.shaded.lucene9.vectorization.upperJavaFeatureVersion=25")
	}
	return f
}

// An output keeps the end of what a server prints and tells when it is ready.
type output struct {
	sync.Mutex
	text  []byte
	seen  bool
	ready chan struct{}
}

func (o *output) Write(b []byte) (int, error) {
	o.Lock()
	defer o.Unlock()
	o.text = append(o.text, b...)
	if !o.seen && bytes.Contains(o.text, []byte("BOLT READY")) {
		o.seen = true
		close(o.ready)
	}
	if len(o.text) > 1<<16 {
		o.text = append([]byte(nil), tail(o.text, 1<<12)...)
	}
	return len(b), nil
}

func (o *output) tail() string {
	o.Lock()
	defer o.Unlock()
	return string(tail(o.text, 2000))
}
