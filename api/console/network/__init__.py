"""Those who work together: organisations, members, who stands in, what is told of the whole."""
