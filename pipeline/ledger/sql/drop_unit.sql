delete from unit where stage = ? and unit = ?
