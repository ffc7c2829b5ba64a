insert into url (hash, host, url, site, kind, depth, source, due) values (?, ?, ?, ?, ?, ?, ?, ?)
on conflict (hash) do nothing
