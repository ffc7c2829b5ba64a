// Returns the nodes of one label that follow an identifier, in order.
// The index is named because its order is that of bytes; that of a sort is not.
// Parameters: after, an identifier or ''; limit.
MATCH (n:__Label__)
USING RANGE INDEX n:__Label__(__id__)
WHERE n.__id__ > $after
RETURN n.__id__ AS id, properties(n) AS properties
ORDER BY n.__id__
LIMIT $limit
