"""The console: the work of the day in a browser, on the same use cases as the API."""
