// Returns the nodes of one label that follow an identifier, in order.
// Parameters: after, an identifier or ''; limit.
MATCH (n:__Label__)
WHERE n.__id__ > $after
RETURN n.__id__ AS id, properties(n) AS properties
ORDER BY n.__id__
LIMIT $limit
