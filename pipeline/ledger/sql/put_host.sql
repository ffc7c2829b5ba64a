insert into host (hash, name) values (?, ?)
on conflict (hash) do nothing
