/** What the paper guide's programs fix: ports, addresses, sizes and the words on the wire. */

/** Where every program of the guide listens or connects unless told otherwise. */
export const DEFAULT_PORT = 12345;

/** The servers of the guide listen on every IPv4 address. */
export const DEFAULT_SERVER_HOST = '0.0.0.0';

/** The client of the guide connects to its own machine. */
export const DEFAULT_CLIENT_HOST = 'localhost';

/** Bytes that the guide's servers take from the stream at once: `recv(1024)`. */
export const SERVER_RECV_SIZE = 1024;

/** What the guide's client sends. */
export const DEFAULT_MESSAGE = 'Ini pesan dari client';

/** What the guide's threaded server puts before every chunk that it sends back. */
export const REPLY_PREFIX = 'Anda mengirim: ';
