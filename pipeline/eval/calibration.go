package eval

import (
	"math"
	"slices"
)

// Shown is the confidence from which on questions show a relation unless --all is given;
// one below is kept, so that an analyst may find it (spec reading.md).
const Shown = 0.5

// A stated is one relation of which gold knows whether it is right.
type stated struct {
	confidence float64
	right      bool
}

// A Bin tells how often relations of about the same confidence are right. A confidence
// that means something is, on the average, that share.
type Bin struct {
	From  float64 `json:"from"`
	To    float64 `json:"to"` // excluded, but for 1
	Count int     `json:"count"`
	Right int     `json:"right"`
	Said  float64 `json:"said"`  // mean confidence
	Share float64 `json:"share"` // of the right ones
	Low   float64 `json:"low"`   // 95 % interval of the share (Wilson)
	High  float64 `json:"high"`

	sum float64
}

type bins []Bin

// bounds part the confidences; Shown is one of them.
var bounds = []float64{0, 0.3, Shown, 0.6, 0.7, 0.8, 0.9, 0.95, 1}

func newBins() bins {
	b := make(bins, len(bounds)-1)
	for i := range b {
		b[i].From, b[i].To = bounds[i], bounds[i+1]
	}
	return b
}

func (b bins) add(s stated) {
	i, exact := slices.BinarySearch(bounds, s.confidence)
	if !exact {
		i--
	}
	bin := &b[min(max(i, 0), len(b)-1)]
	bin.Count++
	bin.sum += s.confidence
	if s.right {
		bin.Right++
	}
}

// filled returns the bins that hold a relation.
func (b bins) filled() []Bin {
	var out []Bin
	for _, bin := range b {
		if bin.Count > 0 {
			out = append(out, bin.closed())
		}
	}
	return out
}

func (b Bin) closed() Bin {
	n := float64(b.Count)
	b.Said, b.Share = *round(b.sum / n), *round(float64(b.Right) / n)
	b.Low, b.High = wilson(float64(b.Right)/n, n)
	return b
}

// wilson returns the interval in which a share that was seen n times lies, 19 times in 20.
func wilson(p, n float64) (low, high float64) {
	const z = 1.959964
	mid := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return *round(max(0, mid-half)), *round(min(1, mid+half))
}
