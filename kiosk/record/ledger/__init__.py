"""The append-only file: lines, hashes, signatures, and the checks that need no key."""
