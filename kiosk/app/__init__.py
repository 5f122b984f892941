"""Use cases and the ports they need; no toolkit, no database, no clock of their own."""
