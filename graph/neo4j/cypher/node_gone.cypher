// Deletes nodes of one label, with the relationships that are left.
// Parameters: ids, a list of identifiers.
UNWIND $ids AS id
MATCH (n:__Label__ {__id__: id})
DETACH DELETE n
