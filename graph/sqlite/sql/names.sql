-- The names of one label.
select n.id, n.ident, n.present
from json_each(?2) as asked
cross join graph_name as n on n.label = ?1 and n.ident = asked.value
