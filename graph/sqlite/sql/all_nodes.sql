-- All nodes by label and identifier.
select n.label, n.ident, g.props
from graph_name as n
cross join graph_node as g on g.id = n.id
where n.present
order by n.label, n.ident
