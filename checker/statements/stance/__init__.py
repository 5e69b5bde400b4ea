"""Whether a sentence tells of a result, work under way, a plan, a gap, or nothing of its own."""
