package source

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed sites/*.toml
var embedded embed.FS

// Load returns the sites that come with the program and those of dir, sorted by name; one
// of dir replaces ours of the same name. Without dir, "" or not there, ours alone. An
// error is an *Error, or several joined: it names file and line.
func Load(dir string) ([]*Site, error) {
	ours, err := fs.Sub(embedded, "sites")
	if err != nil {
		return nil, err
	}
	sites, err := loadAll(ours, "built-in ")
	if err != nil || dir == "" {
		return sorted(sites), err
	}
	if at, err := os.Stat(dir); err == nil && !at.IsDir() {
		return sorted(sites), &Error{File: dir, Text: "name the folder in which the file stands"}
	}
	users, err := loadAll(os.DirFS(dir), dir+string(os.PathSeparator))
	for _, s := range users {
		s.Own = true
	}
	maps.Copy(sites, users)
	return sorted(sites), err
}

// loadAll reads the site files of a folder; prefix goes before their names in messages.
func loadAll(dir fs.FS, prefix string) (map[string]*Site, error) {
	entries, err := fs.ReadDir(dir, ".")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the folder of sites: %w", err)
	}
	sites := map[string]*Site{}
	var all []error
	for _, e := range entries {
		if e.IsDir() || path.Ext(e.Name()) != ".toml" {
			continue
		}
		s, err := loadOne(dir, e.Name(), prefix)
		switch {
		case err != nil:
			all = append(all, err)
		case sites[s.Name] != nil:
			all = append(all, &Error{File: s.File, Line: 1, Text: fmt.Sprintf(
				"site %q stands in %s too: give one of them another name", s.Name, sites[s.Name].File)})
		default:
			sites[s.Name] = s
		}
	}
	return sites, errors.Join(all...)
}

func loadOne(dir fs.FS, name, prefix string) (*Site, error) {
	raw, err := readLimited(dir, name)
	if err != nil {
		return nil, &Error{File: prefix + name, Text: err.Error()}
	}
	return Parse(prefix+name, raw)
}

func sorted(sites map[string]*Site) []*Site {
	return slices.SortedFunc(maps.Values(sites), func(a, b *Site) int {
		return strings.Compare(a.Name, b.Name)
	})
}

// ReadFile reads one site file.
func ReadFile(name string) (*Site, error) {
	raw, err := readLimited(os.DirFS(filepath.Dir(name)), filepath.Base(name))
	if errors.Is(err, errTooLarge) {
		return nil, &Error{File: name, Text: err.Error()}
	}
	if err != nil {
		return nil, err
	}
	return Parse(name, raw)
}
