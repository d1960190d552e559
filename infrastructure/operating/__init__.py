"""What whoever keeps an installation did to it, and how far it is, as its tables tell."""
