"""Sends standard input through TLS and prints what comes back, until as much has come as was sent.

usage: tls_client.py HOST PORT CA

One thread for both directions: to read and write one SSLSocket from two threads at once crashes
Python before 3.13 now and then (OpenSSL's objects are not made for it).
"""
import select
import socket
import ssl
import sys

RECORD = 16384  # a write that could not be done is repeated with the same bytes

host, port, ca = sys.argv[1], int(sys.argv[2]), sys.argv[3]
message = memoryview(sys.stdin.buffer.read())
context = ssl.create_default_context(cafile=ca)


def attempt(operation, argument):
    """What the operation returns, or None where it has to wait for the network."""
    try:
        return operation(argument)
    except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
        return None


with socket.create_connection((host, port)) as plain:
    with context.wrap_socket(plain, server_hostname="localhost") as secured:
        secured.setblocking(False)
        received = bytearray()
        unsent = message
        while len(received) < len(message):
            sent = attempt(secured.send, unsent[:RECORD]) if unsent else None
            unsent = unsent[sent or 0 :]
            chunk = attempt(secured.recv, 65536)
            if chunk == b"":
                break
            received += chunk or b""
            if sent is None and chunk is None:
                select.select([secured], [secured] if unsent else [], [])
        print(secured.version(), file=sys.stderr)
        sys.stdout.buffer.write(received)
        secured.setblocking(True)
        try:
            secured.unwrap().close()  # close_notify both ways
        except (ssl.SSLError, OSError) as error:
            print("unwrap:", error, file=sys.stderr)
