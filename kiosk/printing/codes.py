"""Codes of printing faults; the catalogues put them into words."""

NO_CUPS = "printing.no_cups"
NO_PRINTER = "printing.no_printer"
REFUSED = "printing.refused"
TIMED_OUT = "printing.timed_out"
NO_FOLDER = "printing.no_folder"
FILE_NOT_WRITABLE = "printing.file_not_writable"
DISK_FULL = "printing.disk_full"
