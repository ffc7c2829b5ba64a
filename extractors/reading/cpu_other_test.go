//go:build !unix

package reading

import "time"

var began = time.Now()

func worked() time.Duration { return time.Since(began) }
