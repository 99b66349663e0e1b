"""A load generator small enough not to take the processor from the server it measures."""

import socket
import threading
import time
from collections.abc import Iterator


class WrongAnswerError(RuntimeError):
    """The server answered something other than 200, so a figure would mean nothing."""


def requests_per_second(*, port: int, path: str, seconds: float, connections: int = 16) -> float:
    """Ask 127.0.0.1:`port` for `path` over `connections` kept-alive connections for `seconds`; answers per second.

    Raises WrongAnswerError when an answer isn't 200.
    """
    stop_at = time.monotonic() + seconds
    counts = [0] * connections
    failures: list[str] = []

    def ask(number: int) -> None:
        try:
            for status in _answers(port, path):
                if status != b"200":
                    failures.append(f"{path}: {status.decode()}")
                    return
                counts[number] += 1
                if time.monotonic() >= stop_at:
                    return
        except OSError as error:
            failures.append(f"{path}: {error}")

    started = time.monotonic()
    threads = [threading.Thread(target=ask, args=(number,)) for number in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise WrongAnswerError(failures[0])
    return sum(counts) / (time.monotonic() - started)


def _answers(port: int, path: str) -> Iterator[bytes]:
    """Statuses of one answer after another on one connection; the body is read and thrown away."""
    question = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: identity\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while True:
            connection.sendall(question)
            head, _, body = _read_head(connection).partition(b"\r\n\r\n")
            lengths = [
                line.split(b":")[1] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")
            ]
            if not lengths:
                raise WrongAnswerError(f"{path}: no Content-Length")
            left = int(lengths[0]) - len(body)
            while left > 0:
                left -= len(connection.recv(min(left, 65536)))
            yield head.split(b" ", 2)[1]


def _read_head(connection: socket.socket) -> bytes:
    """Bytes up to the end of the headers, with what of the body came along."""
    received = b""
    while b"\r\n\r\n" not in received:
        part = connection.recv(65536)
        if not part:
            raise ConnectionResetError("the server closed the connection")
        received += part
    return received
