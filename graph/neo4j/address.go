package neo4j

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
)

// An address is a URL as a user writes it, taken apart: the driver refuses a
// user, a database and a query in it.
type address struct {
	target   string // scheme://host[:port], for the driver
	user     string
	database string
}

// schemes are passed to the driver as they are; +s verifies the certificate,
// +ssc takes any.
var schemes = map[string]bool{
	"bolt": true, "bolt+s": true, "bolt+ssc": true,
	"neo4j": true, "neo4j+s": true, "neo4j+ssc": true,
}

// IsURL reports whether s has a scheme of Neo4j, so that it names a server.
func IsURL(s string) bool {
	scheme, _, ok := strings.Cut(s, "://")
	return ok && schemes[strings.ToLower(scheme)]
}

const form = "write neo4j://USER@HOST:PORT/DATABASE (or bolt://, and +s or +ssc for TLS)"

// parseAddress takes a URL apart. Its errors never repeat what stands before
// the @, where a password may be.
func parseAddress(text string) (address, error) {
	u, err := url.Parse(text)
	if err != nil {
		var bad *url.Error
		if errors.As(err, &bad) && !strings.Contains(text, "@") {
			return address{}, fmt.Errorf("%v: %s", bad.Err, form)
		}
		return address{}, fmt.Errorf("not a URL: %s", form)
	}
	scheme := strings.ToLower(u.Scheme)
	switch _, secret := u.User.Password(); {
	case !schemes[scheme]:
		return address{}, fmt.Errorf("unknown scheme %q: %s", u.Scheme, form)
	case secret:
		return address{}, errors.New("a password does not belong in the URL: set VNLEX_NEO4J_PASSWORD")
	case u.Hostname() == "":
		return address{}, fmt.Errorf("no host in the URL: %s", form)
	case u.RawQuery != "" || u.Fragment != "":
		return address{}, fmt.Errorf("nothing may follow the database in the URL: %s", form)
	}
	database := strings.Trim(u.Path, "/")
	if strings.Contains(database, "/") {
		return address{}, fmt.Errorf("the database %q holds a slash: %s", database, form)
	}
	return address{target: scheme + "://" + u.Host, user: u.User.Username(), database: database}, nil
}

// String returns the address without the user.
func (a address) String() string {
	if a.database == "" {
		return a.target
	}
	return a.target + "/" + a.database
}
