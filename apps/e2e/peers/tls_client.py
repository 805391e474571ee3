"""Sends standard input through TLS, half-closes, prints what comes back.

usage: tls_client.py HOST PORT CA
"""
import socket
import ssl
import sys
import threading

host, port, ca = sys.argv[1], int(sys.argv[2]), sys.argv[3]
context = ssl.create_default_context(cafile=ca)
with socket.create_connection((host, port)) as plain:
    with context.wrap_socket(plain, server_hostname="localhost") as secured:
        message = sys.stdin.buffer.read()
        # Its ssl module knows no half-close: the answer is as long as the message.
        sender = threading.Thread(target=secured.sendall, args=(message,))
        sender.start()
        received = bytearray()
        while len(received) < len(message):
            chunk = secured.recv(65536)
            if not chunk:
                break
            received += chunk
        sender.join()
        print(secured.version(), file=sys.stderr)
        sys.stdout.buffer.write(received)
        try:
            secured.unwrap().close()  # close_notify both ways
        except (ssl.SSLError, OSError) as error:
            print("unwrap:", error, file=sys.stderr)
