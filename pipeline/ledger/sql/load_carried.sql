-- The carried instruments with which the names of the batch are compared.
select b.unit, c.key, c.owner, c.names, c.confidence from batch b cross join carried c on c.grp = b.unit
order by b.unit, c.key
