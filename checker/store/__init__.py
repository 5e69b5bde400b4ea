"""The store of many reports: what one report gives (a Judgement), and where such values are kept and read again."""
