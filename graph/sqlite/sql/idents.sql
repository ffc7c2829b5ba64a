-- The ids of the nodes of one label that are present.
select n.id
from json_each(?2) as asked
cross join graph_name as n on n.label = ?1 and n.ident = asked.value
where n.present
