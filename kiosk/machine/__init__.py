"""What a public machine keeps of its own, without anything about a person."""
