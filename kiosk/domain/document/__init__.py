"""Blocks in words: what a page on the screen and a page on paper render alike."""
