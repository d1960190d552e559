"""How an installation does, for whoever runs it: numbers and ids, and nothing of whom."""
