package ledger

import (
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// Pages are kept compressed. Encoder and decoder serve several goroutines at once.
var (
	encoder = sync.OnceValue(func() *zstd.Encoder {
		e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest),
			zstd.WithLowerEncoderMem(true))
		if err != nil {
			panic("unreachable: " + err.Error())
		}
		return e
	})
	decoder = sync.OnceValue(func() *zstd.Decoder {
		d, err := zstd.NewReader(nil, zstd.WithDecoderLowmem(true))
		if err != nil {
			panic("unreachable: " + err.Error())
		}
		return d
	})
)

// Pack compresses what is kept of a page.
func Pack(data []byte) []byte { return encoder().EncodeAll(data, []byte{}) }

// Unpack gives back what Pack was given.
func Unpack(packed []byte) ([]byte, error) {
	data, err := decoder().DecodeAll(packed, []byte{})
	if err != nil {
		return nil, fmt.Errorf("unpack page: %w", err)
	}
	return data, nil
}
