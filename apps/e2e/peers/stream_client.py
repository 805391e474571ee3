"""A client of Python's socket module: sends standard input, half-closes, prints all that comes back."""

import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])
with socket.create_connection((host, port), timeout=20) as connection:
    connection.sendall(sys.stdin.buffer.read())
    connection.shutdown(socket.SHUT_WR)
    while chunk := connection.recv(4096):
        sys.stdout.buffer.write(chunk)
