"""Which levels of government a sentence speaks of."""
