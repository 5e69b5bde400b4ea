"""Which clauses, obligations and tasks a sentence speaks of."""
