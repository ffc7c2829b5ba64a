-- The documents and instruments that match a full-text question.
select n.label, n.ident, g.props
from graph_search as f
cross join graph_name as n on n.id = f.rowid
cross join graph_node as g on g.id = n.id
where f.graph_search match ?
