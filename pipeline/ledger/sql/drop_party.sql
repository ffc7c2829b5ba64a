delete from party where node = ? and document = ? and name = ?
