"""A long day of a public machine: many sessions of strangers who tap at random."""
