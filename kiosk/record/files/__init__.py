"""Where a record may lie, who has it open, and how its files are written."""
