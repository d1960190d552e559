"""The agenda: a week by day, and what members are told of."""
