"""Content packs on disk, checked and turned into domain values."""
