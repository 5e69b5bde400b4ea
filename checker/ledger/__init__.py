"""The ledger: what the program proposed, what people decided, and that nothing was changed afterwards."""
