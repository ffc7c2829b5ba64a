-- The stored edges at [[src, what, dst], …], with the place in that list.
select asked.key, e.id, e.props
from json_each(?) as asked
cross join graph_edge as e
  on e.src = asked.value ->> 0 and e.what = asked.value ->> 1 and e.dst = asked.value ->> 2
