"""What the pages show and do; one view-model per group of pages."""
