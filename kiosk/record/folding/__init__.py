"""From events to documents: states of cases, views, the snapshot of a fold."""
