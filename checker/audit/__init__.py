"""Audit of a report's figures and claims: what cannot be right, what asks for proof, what was recomputed and holds.

The checks are those of the field's list C01 to C55, in files by its sections: arithmetic (rates, shares,
sums, changes, averages), lists, chains, claims, time, scope and form. `checks` runs them all; whoever only needs
the values of `model` loads no check.
"""
