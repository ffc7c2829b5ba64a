package ledger

import (
	"encoding/hex"
	"strings"

	"vnlex/graph"
	"vnlex/pipeline/resolve"
)

// A stage is a kind of unit. Stages run one way: what a unit writes is news only for
// units of a later stage (agencies also tell those that succession joins them with).
type stage int64

const (
	stageBlock     stage = 1 + iota // documents that share number and root of issuer
	stageCarrier                    // instruments that a document carries
	stageNames                      // names without a carrier, by kind, period and horizon
	stageRelations                  // what starts at a document or such an instrument
	stageAgency
	stagePerson
	stagePage
)

// A unit names one piece of the work of a stage.
type unit struct {
	stage  stage
	bucket byte
	key    string
}

// owned is the unit that writes what starts at a node, or knows what it carries.
func owned(s stage, owner string) unit { return unit{s, ownerBucket(owner), owner} }

// ownerBucket returns the bucket of a document or of an instrument without a carrier.
func ownerBucket(owner string) byte {
	label := graph.LabelInstrument
	if strings.HasPrefix(owner, "vn:") {
		label = graph.LabelDocument
	}
	return graph.Bucket(graph.NodeRef{Label: label, ID: owner})
}

// blockUnit is the unit of a claim's block: of documents, or of names.
func blockUnit(block string) unit {
	if s := resolve.NumberOf(block); s != "" {
		return unit{stageBlock, resolve.Bucket(s), block}
	}
	return unit{stageNames, resolve.Bucket(block), block}
}

// pageUnit is named by the hash of the url, which begins with its bucket.
func pageUnit(h resolve.Hash) unit {
	return unit{stagePage, h[0], hex.EncodeToString(h[:])}
}

func agencyUnit(code string) unit {
	ref := graph.NodeRef{Label: graph.LabelAgency, ID: code}
	return unit{stageAgency, graph.Bucket(ref), code}
}

// partyUnit is the unit of an agency's code or a person's key.
func partyUnit(node string) unit {
	if !strings.HasPrefix(node, "P:") {
		return agencyUnit(node)
	}
	ref := graph.NodeRef{Label: graph.LabelPerson, ID: node}
	return unit{stagePerson, graph.Bucket(ref), node}
}
