import { connect } from 'node:net';

const TIMEOUT_MS = 2000;

/** Whether an IRC server lets a user in: `:irc.bench.example 001 bench :Welcome to …` (RFC 2812, 5.1). */
export function welcomes(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    socket.setEncoding('latin1').setTimeout(TIMEOUT_MS, () => socket.destroy());
    socket.once('connect', () => socket.write('NICK bench\r\nUSER bench 0 * :bench\r\n'));
    socket.on('data', (text: string) => {
      received += text;
      const [, token] = /^PING (\S+)/m.exec(text) ?? [];
      if (token !== undefined) socket.write(`PONG ${token}\r\n`);
      if (/^(:\S+ )?001 /m.test(received)) socket.end('QUIT\r\n', () => resolve(true));
    });
    socket.on('error', () => undefined); // it closes, too
    socket.once('close', () => resolve(false));
  });
}
