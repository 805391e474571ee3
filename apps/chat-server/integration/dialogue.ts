import type { Dialogue } from '@praktikum/testing';

/** The name of the server in these tests. */
const SERVER = 'kelas.uji';

/** A line has 512 bytes, with everything that stands before the word. */
const MAX_WORD = 400;

/** A client that is never registered: it asks the server for signs of life. */
export const PING_DIALOGUE: Dialogue = {
  ask(word) {
    const token = word.slice(0, MAX_WORD);
    const answer = `:${SERVER} PONG ${SERVER} ${token.includes(' ') ? ':' : ''}${token}\r\n`;
    return { request: `PING :${token}\r\n`, answer };
  },
  stall: 'PING x',
  event: 'connection',
  // The last word of the server, before it ends the stream.
  payloadOf: (received) => Buffer.from(received.toString().replace(/ERROR :[^\n]*\r\n$/, '')),
};
