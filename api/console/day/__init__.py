"""The working day: what is due, the caseload, the agenda."""
