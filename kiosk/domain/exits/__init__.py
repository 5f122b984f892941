"""A provider stops: who must be told, who helps meanwhile, and who is left (domain 6.6)."""
