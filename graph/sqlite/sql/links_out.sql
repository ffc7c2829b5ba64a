-- The edges of some types that leave the nodes with these ids.
select w.type, w.kind, e.low, s.label, s.ident, d.label, d.ident
from json_each(?1) as asked
cross join graph_name as s on s.id = asked.value
cross join graph_what as w on w.type in (select value from json_each(?2))
cross join graph_edge as e on e.src = s.id and e.what = w.id
cross join graph_name as d on d.id = e.dst and d.present
