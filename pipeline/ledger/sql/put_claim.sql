insert into claim (page, kind, subject, id, object, block, value, start, stop, quote, rule, confidence)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
