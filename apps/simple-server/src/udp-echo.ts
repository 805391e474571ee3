import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6, type Endpoint } from '@praktikum/protocol';
import type { DatagramDrop } from './texts.ts';

/**
 * Bytes that may wait to be sent before further datagrams are dropped, as a router drops them.
 * @unit bytes
 * @against answers that wait in memory because the network takes none
 * @provenBy ./udp-echo.spec.ts: drops datagrams while too many bytes wait to be sent
 */
export const MAX_SEND_QUEUE_BYTES = 4 * 1024 * 1024;

/**
 * Ports whose services answer every datagram: echo, daytime, qotd, chargen (RFC 862 to 867). To
 * answer them would start an exchange that never ends; the source address is easily forged.
 */
const ANSWERING_PORTS = new Set([7, 13, 17, 19]);

export interface UdpEchoObserver {
  echoed(remote: Endpoint, datagram: Uint8Array): void;
  dropped(remote: Endpoint, why: DatagramDrop): void;
}

/** Sends every datagram back to where it came from (RFC 862). */
export class UdpEcho {
  readonly #socket: Socket;
  readonly #observer: UdpEchoObserver;

  /** Binds the port; fails with what `bind` fails with. */
  static async bind({ host, port }: Endpoint, observer: UdpEchoObserver): Promise<UdpEcho> {
    const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
    socket.bind({ address: host, port, exclusive: true });
    await once(socket, 'listening'); // rejects on 'error'
    return new UdpEcho(socket, observer);
  }

  private constructor(socket: Socket, observer: UdpEchoObserver) {
    this.#socket = socket;
    this.#observer = observer;
    socket.on('message', (datagram, from) => this.#answer(datagram, from));
    // An ICMP error about one peer is no reason to stop answering the others.
    socket.on('error', () => undefined);
  }

  close(): void {
    this.#socket.close();
  }

  #answer(datagram: Uint8Array, { address, port }: RemoteInfo): void {
    const remote = { host: address, port };
    if (port === 0 || ANSWERING_PORTS.has(port) || port === this.#socket.address().port) {
      this.#observer.dropped(remote, 'reflection');
    } else if (this.#socket.getSendQueueSize() > MAX_SEND_QUEUE_BYTES) {
      this.#observer.dropped(remote, 'busy');
    } else {
      this.#socket.send(datagram, port, address, (error) => {
        if (error === null) this.#observer.echoed(remote, datagram);
        else this.#observer.dropped(remote, 'busy');
      });
    }
  }
}
