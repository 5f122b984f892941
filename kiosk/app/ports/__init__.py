"""What the use cases need from outside, one module per room; adapters implement these Protocols."""
