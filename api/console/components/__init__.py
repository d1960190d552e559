"""The living page of components: what every page is made of, drawn by what draws it."""
