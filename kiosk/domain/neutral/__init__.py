"""Words that praise, rank, press or compare: no text about providers has them (neutrality N28)."""
