"""Python asyncio, with a Protocol: one thread, callbacks.

usage: asyncio-server.py PORT WORKERS MODE LOG [CERT KEY]; WORKERS is not used.
"""
import asyncio
import hashlib
import socket
import ssl
import sys

MODE, LOG = sys.argv[3], sys.argv[4] == "on"
PREFIX = b"" if MODE == "echo" else b"Anda mengirim: "


class Conversation(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        if LOG:
            self.address = transport.get_extra_info("peername")
            print(f"Koneksi dari {self.address} telah diterima.")

    def data_received(self, data):
        if MODE == "work":
            hashlib.scrypt(data, salt=b"praktikum", n=512, r=8, p=1, dklen=16)
        if LOG:
            print(f"Dari {self.address}: {data.decode()}")
        self.transport.write(PREFIX + data)

    def pause_writing(self):
        self.transport.pause_reading()

    def resume_writing(self):
        self.transport.resume_reading()


async def serve():
    context = None
    if len(sys.argv) > 6:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(sys.argv[5], sys.argv[6])
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        Conversation, "127.0.0.1", int(sys.argv[1]), family=socket.AF_INET, backlog=511, ssl=context
    )
    await server.serve_forever()


asyncio.run(serve())
