"""Use cases about those who do not choose: who is due, what the rule gives, why, and the proof."""
