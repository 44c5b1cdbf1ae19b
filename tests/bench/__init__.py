"""Measures speed and memory: `make bench`. No test is timed; the figures are in docs/benchmarks.md."""
