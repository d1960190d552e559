"""For auditors, under a mandate: a pathway as it was, as somebody could see it, and who looked."""
