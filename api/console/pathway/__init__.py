"""One pathway on one screen: who the person is, what is next, what happened."""
