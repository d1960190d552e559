"""Sheets that a browser keeps as a file."""

from starlette.responses import Response


def as_a_sheet(content: str, name: str) -> Response:
    """Named in signs that need no quoting."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(content, media_type="text/csv", headers=headers)
