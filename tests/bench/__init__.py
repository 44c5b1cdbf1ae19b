"""Measures speed and memory: `make bench`. No test of the suite is timed; figures go to docs/benchmarks.md."""
