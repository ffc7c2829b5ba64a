-- The documents that carry one of the keys as an alias.
select distinct n.label, n.ident, g.props
from json_each(?) as asked
cross join graph_alias as a on a.alias = asked.value
cross join graph_name as n on n.id = a.id
cross join graph_node as g on g.id = n.id
