"""Every form there is."""

from api.console.forms.catalogue.notes import NOTES

ROWS = (*NOTES,)
