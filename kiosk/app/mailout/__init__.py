"""Letters by the thousand: who gets one, what it says, and what became of it."""
