-- The documents whose keys have one of the numbers.
select n.label, n.ident
from json_each(?) as asked
cross join graph_number as k on k.number = asked.value
cross join graph_name as n on n.id = k.id
where n.present
