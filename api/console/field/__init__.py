"""In the field: what an organisation does away from its desk, on a telephone, with people there."""
