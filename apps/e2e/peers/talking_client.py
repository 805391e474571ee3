"""
A client of Python's socket module that keeps its connection, in the shape of the guide's: sends each
argument, waits for an answer of that length (with the prefix in front), and prints it as a line.
"""

import socket
import sys

host, port, prefix, *messages = sys.argv[1:]
with socket.create_connection((host, int(port)), timeout=20) as connection:
    for message in messages:
        connection.sendall(message.encode())
        expected = len((prefix + message).encode())
        answer = b""
        while len(answer) < expected:
            chunk = connection.recv(16)
            if not chunk:
                sys.exit(f"the server closed after {answer!r}")
            answer += chunk
        print(answer.decode())
