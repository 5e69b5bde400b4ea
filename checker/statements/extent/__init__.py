"""How much of a level a result covers."""
