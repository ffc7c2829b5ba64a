-- The edges that touch a node of the list and whose ends are both present.
with touching (id) as (
  select e.id from json_each(?1) as asked cross join graph_edge as e on e.src = asked.value
  union
  select e.id from json_each(?1) as asked cross join graph_edge as e on e.dst = asked.value
)
select e.what, w.type, w.kind, s.id, s.label, s.ident, d.id, d.label, d.ident, e.props
from touching as t
cross join graph_edge as e on e.id = t.id
cross join graph_what as w on w.id = e.what
cross join graph_name as s on s.id = e.src and s.present
cross join graph_name as d on d.id = e.dst and d.present
