// Returns named nodes of one label.
// Parameters: __Label__, a list of identifiers.
UNWIND $__Label__ AS id
MATCH (n:__Label__ {__id__: id})
RETURN '__Label__' AS label, id, properties(n) AS properties
