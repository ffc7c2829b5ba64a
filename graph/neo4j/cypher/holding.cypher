// Returns the nodes of one label whose folded text fits a full-text query.
// Parameters: query, in Lucene's syntax.
CALL db.index.fulltext.queryNodes('__index__', $query) YIELD node
RETURN '__Label__' AS label, node.key AS id, properties(node) AS properties
