"""Referrals to answer and sent: who holds the next step, since when, and what can be done."""
