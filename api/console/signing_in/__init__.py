"""Signing in, the hat one acts under, where one is signed in, and how pages are read."""
