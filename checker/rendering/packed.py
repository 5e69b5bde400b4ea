"""Office files are zip archives with the time of writing in them; the same content has to give the same bytes."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can hold."""

_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_CORE = "docProps/core.xml"


def with_fixed_dates(archive: bytes, day: date) -> bytes:
    """The same archive with `day` as its time of writing, inside and outside."""
    stamp = rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode("ascii")
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == _CORE:
                data = _STAMPS.sub(stamp, data)
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, data)
    return buffer.getvalue()
