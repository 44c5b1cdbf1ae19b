"""Values in words, in both languages: dates, figures, counts, and what the site says."""
