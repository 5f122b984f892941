"""Gives the system back what the allocator keeps for later."""

import ctypes
import sys


def give_back() -> None:
    """Where the C library can do so (glibc), else nothing.

    A machine that runs for weeks takes and frees pieces of every size in each session; kept between
    sessions, they come apart into ever smaller ones, and the process grows although nothing is left.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
