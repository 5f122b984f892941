"""Tools for those who develop the program."""
