"""Where finished documents go: a file, memory, CUPS; no Qt."""
