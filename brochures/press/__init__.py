"""Letters by the thousand: laid out once, and then only what differs from one to the next."""
