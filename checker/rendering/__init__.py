"""Assessment -> terminal, JSON, JUnit, page, tables: each a function of the assessment that returns text or values."""
