-- The nodes that edges of a type leave, by identifier.
select n.id, n.ident
from graph_name as n
where n.present and exists (
  select 1 from graph_what as w
  cross join graph_edge as e on e.src = n.id and e.what = w.id
  where w.type = ?
)
order by n.ident, n.label
