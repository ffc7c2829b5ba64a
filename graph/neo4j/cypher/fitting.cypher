// Returns the documents whose key holds one of some texts.
// Parameters: texts.
UNWIND $texts AS text
MATCH (n:Document)
WHERE n.key CONTAINS text
RETURN DISTINCT 'Document' AS label, n.key AS id, properties(n) AS properties
