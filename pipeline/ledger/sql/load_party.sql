-- How documents call the agencies or persons of the batch.
select b.unit, p.name, sum(p.count) from batch b cross join party p on p.node = b.unit group by b.unit, p.name
