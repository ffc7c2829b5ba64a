-- The claims that name an instrument with one of the documents of the batch as its carrier.
select b.unit, c.page, c.kind, c.subject, c.id, c.object, c.value, c.start, c.stop, c.quote, c.rule, c.confidence,
	p.url, p.published, coalesce(o.node, ''), coalesce(o.owner, ''), coalesce(o.bucket, 0)
from batch b
cross join assign a on a.owner = b.unit and a.node = b.unit
cross join claim c on c.page = a.page and c.kind = 'i' and c.object = a.local
join page p on p.hash = c.page
left join assign o on o.page = c.page and o.local = c.subject
order by b.unit
