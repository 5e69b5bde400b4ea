"""Optional signatures with an ed25519 key, as DSSE envelopes (https://github.com/secure-systems-lab/dsse).

The extra `sign` brings the library. Keys are PEM files; where an office has its own way of signing (seal, smart card),
the record is an ordinary file that can be signed by that.
"""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import InputError, Problem
from checker.ledger.atomic import write_whole
from checker.toml import read_bytes

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

PAYLOAD_TYPE = "application/vnd.in-toto+json"


def make_key(path: Path) -> Path:
    """Write a new private key and, beside it, the public one (.pub); returns the latter. Never replaces a file."""
    _needed()
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    public = path.with_name(f"{path.name}.pub")
    for place in (path, public):
        if place.exists():
            raise InputError([Problem(str(place), 0, "S021", "文件已经在，不覆盖密钥", "换一个文件名")])
    key = Ed25519PrivateKey.generate()
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    write_whole(path, key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
    path.chmod(0o600)
    write_whole(public, key.public_key().public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo))
    return public


def envelope(payload: bytes, key: Path) -> bytes:
    """A signed envelope of a record. Raises InputError S020 without the library, S021 for a key that is none."""
    private = _private(key)
    raw = private.public_key().public_bytes_raw()
    value = {
        "payloadType": PAYLOAD_TYPE,
        "payload": base64.b64encode(payload).decode(),
        "signatures": [
            {
                "keyid": hashlib.sha256(raw).hexdigest(),
                "sig": base64.b64encode(private.sign(_pae(payload))).decode(),
            }
        ],
    }
    return (json.dumps(value, indent=1) + "\n").encode()


def signature_fault(path: Path, payload: bytes, key: Path) -> str:
    """What is wrong with the envelope of a record; "" where a signature of this key is right."""
    _needed()
    from cryptography.exceptions import InvalidSignature

    if not path.exists():
        return "没有签名"
    public = _public(key)
    try:
        value = json.loads(read_bytes(path))
        signatures = [base64.b64decode(one["sig"], validate=True) for one in value["signatures"]]
        same = base64.b64decode(value["payload"], validate=True) == payload and value["payloadType"] == PAYLOAD_TYPE
    except (ValueError, KeyError, TypeError, RecursionError):
        return "签名文件不合格式"
    if not same:
        return "签名文件签的不是这份记录"
    for signature in signatures:
        try:
            public.verify(signature, _pae(payload))
        except InvalidSignature:
            continue
        return ""
    return "签名不是这把公钥所签"


def _pae(payload: bytes) -> bytes:
    """What is signed: type and payload with their lengths, so that neither can flow into the other."""
    kind = PAYLOAD_TYPE.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)


def _needed() -> None:
    try:
        import cryptography  # noqa: F401
    except ImportError:
        hint = '请安装：pip install "law-plan-checker[sign]"'
        raise InputError([Problem("cryptography", 0, "S020", "签名要用 cryptography，还没有安装", hint)]) from None


def _private(path: Path) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = _load(path, private=True)
    if not isinstance(key, Ed25519PrivateKey):
        raise _no_key(path, "私钥")
    return key


def _public(path: Path) -> Ed25519PublicKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    key = _load(path, private=False)
    if not isinstance(key, Ed25519PublicKey):
        raise _no_key(path, "公钥")
    return key


def _load(path: Path, private: bool) -> Any:
    _needed()
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

    data = read_bytes(path)
    try:
        return load_pem_private_key(data, password=None) if private else load_pem_public_key(data)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise _no_key(path, "私钥" if private else "公钥") from None


def _no_key(path: Path, word: str) -> InputError:
    hint = "用 checker signoff --make-key 文件 生成一对；私钥不要加密码"
    return InputError([Problem(str(path), 0, "S021", f"不是 ed25519 的{word}（PEM）", hint)])
