"""The threaded server of the guide, step 4, in the guide's own shape: a thread a client, recv(1024).

Beyond the guide: MODE (reply, echo, work), LOG (on, off), and a listen queue that a bench does not
overrun (the guide's is 5). usage: guide-server.py PORT WORKERS MODE LOG; WORKERS is not used.
"""
import hashlib
import socket
import sys
import threading

MODE, LOG = sys.argv[3], sys.argv[4] == "on"
SIZE = 65536 if MODE == "echo" else 1024


def work(data):
    hashlib.scrypt(data, salt=b"praktikum", n=512, r=8, p=1, dklen=16)
    return data


def listen(port):
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("127.0.0.1", port))
    server.listen(511)
    while True:
        client, address = server.accept()
        client.settimeout(60)
        if LOG:
            print(f"Koneksi dari {address} telah diterima.")
        threading.Thread(target=listen_to_client, args=(client, address), daemon=True).start()


def listen_to_client(client, address):
    with client:
        try:
            while data := client.recv(SIZE):
                if MODE == "work":
                    work(data)
                if MODE == "echo":
                    client.sendall(data)
                else:
                    text = data.decode()
                    client.sendall(f"Anda mengirim: {text}".encode())
                if LOG:
                    print(f"Dari {address}: {data.decode()}")
        except OSError as error:
            print(f"Error: {error}")


listen(int(sys.argv[1]))
