"""A Matrix homeserver for the test run: a real Synapse, on loopback, alone in the world.

It knows the environment `make test` makes for it and a directory of its own. It must not know the
application, nor any client.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import signal
import socket
import tempfile
from base64 import b64encode
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx
import yaml

from tests.servers.process import begin, end, wait_until

PYTHON = Path(__file__).parents[2] / ".venv-synapse" / "bin" / "python"
_START_SECONDS = 90.0  # about three on an idle machine
_LOOPBACK = "127.0.0.1"
# Below the ports that outgoing connections are given, one of which could take ours in between.
_PORTS = range(20_000, 32_000)
_AS_OFTEN_AS_YOU_LIKE = {"per_second": 1_000_000, "burst_count": 1_000_000}
# Everything that Synapse 1.163 limits, each by its key without the leading `rc_`.
_LIMITS = (
    "message registration registration_token_validity admin_redaction joins_per_room key_requests"
    " 3pid_validation third_party_invite media_create delayed_event_mgmt room_creation reports"
    " user_directory profile"
)
_LIMITS_IN_PARTS = {
    "login": "address account failed_attempts",
    "joins": "local remote",
    "invites": "per_room per_user per_issuer",
    "presence": "per_user",
}


class Synapse:
    """A homeserver that keeps its accounts and rooms over a restart, until its block ends.

    `rate_limits` keeps the limits that Synapse has by default; without it there are none.
    """

    domain = "fabrique.test"

    def __init__(self, *, rate_limits: bool = False) -> None:
        self._directory = tempfile.TemporaryDirectory(prefix="synapse-")
        self._home = Path(self._directory.name)
        self._log = self._home / "homeserver.log"
        self._secret = secrets.token_urlsafe()
        port = _free_port()
        self.url = f"http://{_LOOPBACK}:{port}"
        self._client = httpx.Client(base_url=self.url, trust_env=False, timeout=30)
        self._write("signing.key", f"ed25519 a_test {_base64(secrets.token_bytes(32))}\n")
        self._write("log.yaml", yaml.safe_dump(_LOGGING))
        limits = {} if rate_limits else _no_limits()
        self._write("homeserver.yaml", yaml.safe_dump(self._settings(port) | limits))

    def __enter__(self) -> Self:
        with ExitStack() as unless_it_starts:
            unless_it_starts.callback(self._clear)
            self.start()
            unless_it_starts.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
        self._clear()

    def start(self) -> None:
        """Return when it answers; raises RuntimeError with the end of its log if it does not."""
        if not PYTHON.exists():
            raise FileNotFoundError(f"{PYTHON} is missing: `make test` installs the homeserver")
        command: list[str | Path] = [PYTHON, "-m", "synapse.app.homeserver"]
        self._process = begin([*command, "-c", self._home / "homeserver.yaml"], self._log)
        wait_until(self._answers, self._process, self._log, seconds=_START_SECONDS)

    def stop(self) -> None:
        """End it in good order; what it knows stays for the next start."""
        end(self._process, first=signal.SIGTERM)

    def kill(self) -> None:
        """End it as a power cut would."""
        end(self._process, first=signal.SIGKILL)

    def restart(self) -> None:
        """Stop it, unless it was killed already, and start it at the same address."""
        self.stop()
        self.start()

    def register(self, name: str, password: str, *, admin: bool = False) -> str:
        """Make an account and return its Matrix id."""
        path = "/_synapse/admin/v1/register"
        nonce = self._client.get(path).raise_for_status().json()["nonce"]
        role = "admin" if admin else "notadmin"
        proof = hmac.new(self._secret.encode(), digestmod=hashlib.sha1)
        proof.update("\0".join((nonce, name, password, role)).encode())
        account = {"nonce": nonce, "username": name, "password": password, "admin": admin}
        answer = self._client.post(path, json=account | {"mac": proof.hexdigest()})
        return str(answer.raise_for_status().json()["user_id"])

    def _answers(self) -> bool:
        try:
            return self._client.get("/_matrix/client/versions").is_success
        except httpx.TransportError:
            return False

    def _clear(self) -> None:
        self._client.close()
        self._directory.cleanup()

    def _write(self, name: str, text: str) -> None:
        (self._home / name).write_text(text)

    def _settings(self, port: int) -> dict[str, Any]:
        return {
            "server_name": self.domain,
            "public_baseurl": f"{self.url}/",
            "listeners": [_listener(port)],
            "database": {"name": "sqlite3", "args": {"database": str(self._home / "db.sqlite")}},
            "log_config": str(self._home / "log.yaml"),
            "media_store_path": str(self._home / "media"),
            "signing_key_path": str(self._home / "signing.key"),
            "registration_shared_secret": self._secret,
            "macaroon_secret_key": secrets.token_urlsafe(),
            "form_secret": secrets.token_urlsafe(),
            "bcrypt_rounds": 4,
            "presence": {"enabled": False},
            "report_stats": False,
            "federation_domain_whitelist": [],
            "trusted_key_servers": [],
            "suppress_key_server_warning": True,
        }


_LOGGING = {
    "version": 1,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"output": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"level": "WARNING", "handlers": ["output"]},
    "disable_existing_loggers": False,
}


def _listener(port: int) -> dict[str, Any]:
    return {
        "type": "http",
        "port": port,
        "bind_addresses": [_LOOPBACK],
        "tls": False,
        "resources": [{"names": ["client"], "compress": False}],
    }


def _no_limits() -> dict[str, Any]:
    limits: dict[str, Any] = dict.fromkeys(_LIMITS.split(), _AS_OFTEN_AS_YOU_LIKE)
    for name, parts in _LIMITS_IN_PARTS.items():
        limits[name] = dict.fromkeys(parts.split(), _AS_OFTEN_AS_YOU_LIKE)
    return {f"rc_{name}": limit for name, limit in limits.items()}


def _base64(raw: bytes) -> str:
    return b64encode(raw).decode().rstrip("=")


def _free_port() -> int:
    while True:
        port = secrets.choice(_PORTS)
        with socket.socket() as probe:
            if probe.connect_ex((_LOOPBACK, port)):
                return port
