"""Judgements of many reports -> one view of places, obligations, levels and years. Pure."""
