-- Whether a document names any of the agencies in a JSON list.
select exists (select 1 from json_each(?1) j cross join party p on p.node = j.value)
