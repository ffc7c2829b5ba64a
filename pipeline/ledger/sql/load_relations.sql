-- What pages state of the nodes that the units of the batch own, with what both ends mean.
select b.unit, c.page, c.kind, c.subject, c.id, c.object, c.value, c.start, c.stop, c.quote, c.rule, c.confidence,
	p.url, p.published, a.node, coalesce(t.node, ''), coalesce(t.owner, ''), coalesce(d.issued, ''),
	coalesce(i.confidence, 0)
from batch b
cross join assign a on a.owner = b.unit
cross join claim c on c.page = a.page and c.kind in ('i', 'l', 'r') and c.subject = a.local
join page p on p.hash = c.page
left join assign t on t.page = c.page and t.local = c.object
left join document d on d.key = t.owner
left join carried i on i.key = t.node
order by b.unit
