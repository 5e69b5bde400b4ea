"""Parts of a zip (.docx, .ofd), read into memory under limits; nothing is ever written to disk."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from checker.reading.limits import Limits, UnreadableError, too_many

_ENTRY = b"PK\x01\x02"


class Package:
    """The named parts of a zip, found whatever the case of their names."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Raises UnreadableError where the bytes are no whole zip or have too many entries."""
        entries = data.count(_ENTRY)
        if entries > limits.zip_entries:
            raise too_many("压缩包内的文件", entries, limits.zip_entries)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, OverflowError):
            raise _damaged() from None
        self._infos = {_key(info.filename): info for info in infos}
        self._limits = limits
        self._left = limits.unpacked_bytes

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._infos

    def names(self) -> list[str]:
        """Names of the parts, in lower case with forward strokes."""
        return list(self._infos)

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none. Raises UnreadableError."""
        info = self._infos.get(_key(name))
        if info is None:
            return None
        if info.flag_bits & 1:
            raise UnreadableError("R009", "文件加了密码", "请打开后去掉密码，另存一份再读")
        try:
            with self._zip.open(info) as part:
                data = part.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
            raise _damaged() from None
        self._left -= len(data)
        if self._left < 0:
            size = f"解压后超过 {self._limits.unpacked_bytes / 1e6:.0f} MB"
            raise UnreadableError("R003", f"{size}，已停止", "可能是压缩炸弹；确有需要时放宽上限")
        return data


def resolve(base: str, target: str) -> str:
    """The name of a part that a part names, such as ../media/x.xml; what leads out of the zip names nothing."""
    target = target.replace("\\", "/")
    path = target if target.startswith("/") else posixpath.join(posixpath.dirname(base), target)
    return posixpath.normpath(path).lstrip("/")


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _damaged() -> UnreadableError:
    return UnreadableError("R008", "压缩包坏了或不完整", "请重新复制或下载；能打开的话用 WPS 或 Word 另存一份")
