"""What opens the record: sealing, the root key and its slots, the keys of the cases."""
