"""Whether the texts of a content pack have room where they are shown and printed."""
