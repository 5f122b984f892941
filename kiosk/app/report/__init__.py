"""Statistics of the choice: every state apart, small numbers hidden."""
