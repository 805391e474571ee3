import { describe, expect, it } from '@jest/globals';
import { startChat } from './start-chat.ts';

describe('registration', () => {
  it('welcomes a user, and says what the server can do', async () => {
    const { connect } = await startChat();
    const client = await connect();
    await client.send('NICK ani', 'USER ani 0 * :Ani');
    const lines = await client.until(/ 376 /);
    const numerics = lines.map((line) => line.split(' ')[1]);
    expect(numerics.slice(0, 4)).toEqual(['001', '002', '003', '004']);
    const tokens = lines.filter((line) => line.includes(' 005 ')).join(' ');
    for (const token of [
      'PREFIX=(ohv)@%+',
      'CHANMODES=beIq,k,l,imnst',
      'UTF8ONLY',
      'CASEMAPPING=ascii',
    ]) {
      expect(tokens).toContain(token);
    }
    expect(tokens).not.toContain('FLOOD'); // this server has no limit
  });

  it('tells clients how fast they may send', async () => {
    const { connect } = await startChat({ flood: { lines: 10, seconds: 5 } });
    const client = await connect();
    await client.send('NICK ani', 'USER ani 0 * :Ani');
    await client.until(/ 005 .*FLOOD=10:5/);
  });

  it('refuses a nick that another has, in any spelling, and takes the next one', async () => {
    const { connect, join } = await startChat();
    await join('ani');
    const second = await connect();
    await second.send('NICK ANI', 'USER ani 0 * :Ani');
    await second.until(/ 433 \* ANI /);
    await second.send('NICK ani_');
    await second.until(/ 001 ani_ /);
  });

  it.each(['1ani', 'ani budi', '#ani', 'ani!', `a${'b'.repeat(32)}`, '@ani'])(
    'refuses the nick %j',
    async (nick) => {
      const { connect } = await startChat();
      const client = await connect();
      await client.send(`NICK :${nick}`);
      await client.until(/ 432 /);
    },
  );

  it('waits for CAP END, and for the password of the server', async () => {
    const { connect } = await startChat({ password: 'rahasia' });
    const client = await connect();
    await client.send('CAP LS 302', 'PASS rahasia', 'NICK ani', 'USER ani 0 * :Ani', 'PING a');
    expect((await client.until(/ PONG /)).join('\n')).not.toContain(' 001 ');
    await client.send('CAP END');
    await client.until(/ 001 /);
    const other = await connect();
    await other.send('PASS salah', 'NICK budi', 'USER budi 0 * :Budi');
    await other.until(/^ERROR :/);
    expect(await other.peer.receiveOutcome()).toBe('end');
  });

  it.each(['REGISTER * * rahasia123', 'AUTHENTICATE PLAIN'])(
    'lets nobody in to %s without the password of the server',
    async (line) => {
      const config = { password: 'pintu', registrationBeforeConnect: true };
      const { connect } = await startChat(config);
      const client = await connect();
      await client.send('CAP LS 302', 'CAP REQ sasl', 'NICK ani', line);
      await client.until(/ 464 /);
      expect(await client.peer.receiveOutcome()).toBe('end');
      const known = await connect();
      await known.send('CAP LS 302', 'CAP REQ sasl', 'PASS pintu', 'NICK ani', line);
      await known.until(/ REGISTER SUCCESS |^AUTHENTICATE \+|:\S+ AUTHENTICATE \+/);
    },
  );

  it('answers an early QUIT, and a command that comes too early', async () => {
    const { connect } = await startChat();
    const client = await connect();
    await client.send('JOIN #kelas', 'QUIT :sampai jumpa');
    const lines = await client.until(/^ERROR :.*sampai jumpa/);
    expect(lines[0]).toMatch(/ 451 /);
    expect(await client.peer.receiveOutcome()).toBe('end');
  });

  it('answers all that came before a half-close', async () => {
    const { connect } = await startChat();
    const client = await connect();
    client.peer.socket.end(
      'NICK ani\r\nUSER ani 0 * :Ani\r\nJOIN #kelas\r\nPRIVMSG #kelas :halo\r\nTIME\r\n',
    );
    const received = (await client.peer.receiveToEnd()).toString();
    expect(received).toMatch(/ 001 ani .* JOIN #kelas\r\n.* 366 .* 391 .*ERROR :[^\n]*\r\n$/s);
  });

  it('takes lines whole, however they were cut, in any spelling of commands', async () => {
    const { connect } = await startChat();
    const client = await connect();
    await client.peer.dribble('nick ani\r\nuser ani 0 * :Ani é🙂\n\r\n\r\nwhois ani\r');
    expect((await client.until(/ 318 /)).join('\n')).toMatch(/ 311 ani ani ~ani \S+ \* :Ani é🙂\n/);
  });

  it('hides the address of a client from others, and is the same for the same address', async () => {
    const { join } = await startChat();
    const [ani, budi] = [await join('ani'), await join('budi')];
    const hosts = await Promise.all(
      [ani, budi].map(async (client) => (await client.ask(`WHOIS ${client.nick}`)).join('\n')),
    );
    const [first, second] = hosts.map((lines) => / 311 \S+ \S+ \S+ (\S+) /.exec(lines)?.[1]);
    expect(first).toBe(second);
    expect(first).not.toContain('127.0.0.1');
    expect((await budi.ask('WHOIS ani', 'WHO ani')).join('\n')).not.toContain('127.0.0.1');
  });
});
