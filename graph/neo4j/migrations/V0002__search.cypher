// Folded text, aliases, parts of keys and dates are looked up. The analyzer of the folded text has
// no stop words: an, to and no are Vietnamese syllables.
CREATE FULLTEXT INDEX vnlex_document_search IF NOT EXISTS
FOR (n:Document) ON EACH [n.search]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words', `fulltext.eventually_consistent`: false}};
CREATE FULLTEXT INDEX vnlex_instrument_search IF NOT EXISTS
FOR (n:Instrument) ON EACH [n.search]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words', `fulltext.eventually_consistent`: false}};
CREATE FULLTEXT INDEX vnlex_document_aliases IF NOT EXISTS
FOR (n:Document) ON EACH [n.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword', `fulltext.eventually_consistent`: false}};
CREATE TEXT INDEX vnlex_document_key IF NOT EXISTS FOR (n:Document) ON (n.key);
CREATE INDEX vnlex_document_issued IF NOT EXISTS FOR (n:Document) ON (n.issued);
CREATE INDEX vnlex_document_symbol IF NOT EXISTS FOR (n:Document) ON (n.symbol);
