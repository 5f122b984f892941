"""Case lists from CSV, as case systems export them."""
