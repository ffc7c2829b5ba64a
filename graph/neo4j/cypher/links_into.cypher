// Returns the relationships of some types that reach nodes of one label, without evidence.
// Parameters: __Label__, a list of identifiers.
UNWIND $__Label__ AS id
MATCH (:__Label__ {__id__: id})<-[r:__Types__]-(m)
RETURN type(r) AS type, false AS out, '__Label__' AS label, id, r.kind AS kind,
  r.confidence AS confidence, labels(m) AS labels, m.key AS key, m.code AS code, m.url AS url
