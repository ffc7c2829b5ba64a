// Returns the documents that no page carries, with how many other documents have a relation onto
// them and how many pages name them.
// Parameters: none.
MATCH (d:Document)
WHERE d.key > '' AND NOT EXISTS { (d)<-[:CARRIES]-(:Page) }
WITH d,
  size(COLLECT { MATCH (d)<-[:IMPLEMENTS|AMENDS|CITES]-(o:Document) WHERE o <> d
    RETURN DISTINCT o.key }) AS documents,
  size(COLLECT { MATCH (d)<-[:REPORTS_ON|MENTIONS]-(p:Page) RETURN DISTINCT p.url }) AS pages
WHERE documents + pages > 0
RETURN d.key AS key, documents, pages
ORDER BY key
