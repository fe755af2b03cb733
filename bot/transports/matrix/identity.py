"""The account's cross-signing identity: three pairs of keys, kept under the operator's phrase.

Knows keys, signatures and one file of the store; must not know the network nor rooms. Clients that
follow the specification of 2026 send no room key to a device that its own account has not signed,
and the library signs nothing.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from Crypto.Cipher import AES
from Crypto.PublicKey import ECC
from Crypto.Random import get_random_bytes
from Crypto.Signature import eddsa

from bot.transports.matrix.fields import mapping, text_of
from bot.transports.matrix.store import Secret, Store, write_private

FILE = "identity.json"
_FORMAT = "fabrique identity 1"
_ROLES = ("master", "self_signing", "user_signing")


@dataclass(frozen=True)
class Identity:
    """The seeds of an account's three cross-signing keys."""

    user: str
    master: bytes
    self_signing: bytes
    user_signing: bytes

    @classmethod
    def made(cls, store: Store, user: str) -> Identity:
        """A new one, written before anybody is told of it: no crash leaves a key without owner."""
        identity = cls(user, *(ECC.generate(curve="Ed25519").seed for _ in _ROLES))
        write_private(store.folder / FILE, json.dumps(identity.sealed(store.secret)))
        return identity

    @classmethod
    def kept(cls, store: Store, user: str) -> Identity | None:
        """The one in the store; ValueError when it is another user's, damaged, or another's."""
        file = store.folder / FILE
        if not file.exists():
            return None
        return cls.opened(json.loads(file.read_text(encoding="utf-8")), user, store.secret)

    def sealed(self, secret: Secret) -> dict[str, str]:
        """Encrypted and authenticated, together with whose it is, as JSON holds it."""
        nonce = get_random_bytes(12)
        cipher = _cipher(secret, nonce, self.user)
        data, tag = cipher.encrypt_and_digest(self.master + self.self_signing + self.user_signing)
        parts = {"nonce": nonce, "data": data, "tag": tag}
        return {"user": self.user} | {name: _b64(part) for name, part in parts.items()}

    @classmethod
    def opened(cls, sealed: object, user: str, secret: Secret) -> Identity:
        """The reverse of sealed; ValueError when the phrase is wrong or anything was changed."""
        fields = mapping(sealed)
        owner = text_of(fields.get("user"))
        if owner and owner != user:
            raise ValueError(f"it is the identity of {owner}, not of {user}")
        nonce, data, tag = (_unb64(text_of(fields.get(one))) for one in ("nonce", "data", "tag"))
        if not nonce:
            raise ValueError("it holds no identity")
        seeds = _cipher(secret, nonce, user).decrypt_and_verify(data, tag)
        return cls(user, seeds[:32], seeds[32:64], seeds[64:])

    @property
    def keys(self) -> dict[str, dict[str, Any]]:
        """The three public keys as they are uploaded, the lesser two signed by the master."""
        seeds = (self.master, self.self_signing, self.user_signing)
        keys: dict[str, dict[str, Any]] = {}
        for role, seed in zip(_ROLES, seeds, strict=True):
            public = public_key(seed)
            key = {"user_id": self.user, "usage": [role], "keys": {f"ed25519:{public}": public}}
            keys[f"{role}_key"] = key if role == "master" else signed(key, self.user, self.master)
        return keys


@dataclass(frozen=True)
class Published:
    """What a homeserver tells everybody of an account's keys."""

    user: str
    master: Mapping[str, Any]
    self_signing: Mapping[str, Any]
    devices: Mapping[str, Mapping[str, Any]]

    @classmethod
    def of(cls, said: Mapping[str, Any], user: str) -> Published:
        """Read from the answer to a query for keys, whatever it holds."""
        parts = (f"{role}_keys" for role in ("master", "self_signing", "device"))
        master, signing, devices = (mapping(mapping(said.get(one)).get(user)) for one in parts)
        return cls(user, master, signing, {key: mapping(one) for key, one in devices.items()})

    @property
    def master_key(self) -> str | None:
        """The public key that the account is known by."""
        return _only(self.master)

    def shows(self, identity: Identity) -> bool:
        """Whether this is what it shows, not only its master key."""
        ours = (public_key(identity.master), public_key(identity.self_signing))
        return (self.master_key, _only(self.self_signing)) == ours

    def signs(self, device: str) -> bool:
        """Whether the account vouches for a device, as others verify it: key by key."""
        master, signing = self.master_key, _only(self.self_signing)
        return (
            master is not None
            and signing is not None
            and vouches(master, self.self_signing, self.user)
            and vouches(signing, self.devices.get(device, {}), self.user)
        )


def public_key(seed: bytes) -> str:
    """The public key of a seed, in unpadded base64."""
    key = ECC.construct(curve="Ed25519", seed=seed)
    return _b64(key.public_key().export_key(format="raw"))


def signed(what: Mapping[str, Any], user: str, seed: bytes) -> dict[str, Any]:
    """An object with its signature by this key alone, in the form that keys are uploaded in."""
    key = ECC.construct(curve="Ed25519", seed=seed)
    signature = _b64(eddsa.new(key, "rfc8032").sign(_canonical(what)))
    return {**_bare(what), "signatures": {user: {f"ed25519:{public_key(seed)}": signature}}}


def vouches(public: str, what: Mapping[str, Any], user: str) -> bool:
    """Whether a key's signature stands under an object and is right."""
    signatures = mapping(mapping(what.get("signatures")).get(user))
    signature = text_of(signatures.get(f"ed25519:{public}"))
    try:
        key = eddsa.import_public_key(_unb64(public))
        eddsa.new(key, "rfc8032").verify(_canonical(what), _unb64(signature))
    except ValueError:
        return False
    return True


def _only(key: Mapping[str, Any]) -> str | None:
    """The public part of a cross-signing key, which has exactly one."""
    parts = list(mapping(key.get("keys")).values())
    return text_of(parts[0]) or None if len(parts) == 1 else None


def _cipher(secret: Secret, nonce: bytes, user: str) -> Any:
    cipher = AES.new(secret.identity, AES.MODE_GCM, nonce=nonce)
    return cipher.update(f"{_FORMAT} of {user}".encode())


def _bare(what: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in what.items() if key not in ("signatures", "unsigned")}


def _canonical(what: Mapping[str, Any]) -> bytes:
    bare = _bare(what)
    return json.dumps(bare, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode().rstrip("=")


def _unb64(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4))
