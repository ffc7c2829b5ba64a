-- The edges at [[label, ident, type, kind, label, ident], …] whose ends are present.
select w.type, w.kind, s.label, s.ident, d.label, d.ident, e.props
from json_each(?) as asked
cross join graph_name as s
  on s.label = asked.value ->> 0 and s.ident = asked.value ->> 1 and s.present
cross join graph_what as w on w.type = asked.value ->> 2 and w.kind = asked.value ->> 3
cross join graph_name as d
  on d.label = asked.value ->> 4 and d.ident = asked.value ->> 5 and d.present
cross join graph_edge as e on e.src = s.id and e.what = w.id and e.dst = d.id
