// Returns the relationships of one type that leave the nodes of one label that follow an
// identifier, in the order of these nodes.
// Parameters: after, an identifier or ''; limit, of nodes.
MATCH (a:__From__)
WHERE a.__from__ > $after
WITH a ORDER BY a.__from__ LIMIT $limit
RETURN a.__from__ AS from,
  [(a)-[r:__Type__]->(b) | [labels(b), b.key, b.code, b.url, properties(r)]] AS edges
ORDER BY from
