insert into party (node, document, name, count) values (?, ?, ?, ?)
on conflict (node, document, name) do update set count = excluded.count
