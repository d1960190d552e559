"""The caseload: who is followed, found by plain questions or by name, and taken along as a file."""
