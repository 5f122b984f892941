"""The record: an append-only ledger in SQLite under documents in TinyDB."""
