"""Long tests of the record: what no hand, disk or power cut may do to it unseen."""
