"""Reply slips: the code by which one names a case, and what comes back on it."""
