"""Golden cases: a folder each, with the files that its seed must give."""
