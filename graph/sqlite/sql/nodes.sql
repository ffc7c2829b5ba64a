-- The nodes of one label that are present.
select n.label, n.ident, g.props
from json_each(?2) as asked
cross join graph_name as n on n.label = ?1 and n.ident = asked.value
cross join graph_node as g on g.id = n.id
