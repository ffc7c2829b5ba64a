// Returns the relationships of one type that leave the nodes of one label that follow an
// identifier, by node.
// The index is named because its order is that of bytes; that of a sort is not.
// Parameters: after, an identifier or ''; limit, of nodes.
MATCH (a:__From__)
USING RANGE INDEX a:__From__(__from__)
WHERE a.__from__ > $after
WITH a ORDER BY a.__from__ LIMIT $limit
RETURN a.__from__ AS from,
  [(a)-[r:__Type__]->(b) | [labels(b), b.key, b.code, b.url, properties(r)]] AS edges
