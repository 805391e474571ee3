"""
A threaded server of Python's socket module, in the shape of the guide's: each received chunk comes
back behind a prefix. Prints its port.
"""

import socket
import threading


def serve(connection):
    with connection:
        while data := connection.recv(1024):
            connection.sendall(b"Anda mengirim: " + data)


with socket.create_server(("127.0.0.1", 0)) as listener:
    print(listener.getsockname()[1], flush=True)
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=serve, args=(connection,), daemon=True).start()
