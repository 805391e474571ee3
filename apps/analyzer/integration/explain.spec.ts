import { describe, expect, it } from '@jest/globals';
import { runToEnd } from '@praktikum/peers';
import { ECHO, REFUSED, type ScriptedSegment } from './build-capture.ts';
import { captureFiles } from './capture-files.ts';

const files = captureFiles();
const echo = files.write([...ECHO, ...REFUSED]);

async function explained(...args: string[]) {
  const result = await runToEnd('analyzer', ['explain', ...args]);
  return { ...result, text: result.stdout.toString() };
}

describe('explain', () => {
  it('draws the ladder: client left, server right, flags, relative numbers, text, states', async () => {
    const { text, code } = await explained(echo, '--lang', 'en');
    expect(text).toMatch(/client 10\.0\.0\.1:40000 +server 10\.0\.0\.2:12345/);
    expect(text).toMatch(/ 1 +0\.000000 │─+ SYN Seq=0 Win=502 MSS=1460 ─+>│/);
    expect(text).toMatch(/ 2 +0\.001000 │<─+ SYN,ACK Seq=0 Ack=1 Win=502 MSS=1460 ─+│/);
    expect(text).toMatch(/│ {2}"Ini pesan dari client" +│/);
    expect(text).toMatch(/│ +"Anda mengirim: Ini pesan dari client" {2}│/);
    expect(text).toMatch(/│TIME-WAIT +CLOSED│/);
    expect(code).toBe(0);
  });

  it('tells the handshake with its evidence', async () => {
    const { text } = await explained(echo, '--lang', 'en');
    const words = text.replace(/\s+/g, ' ');
    expect(words).toContain("ack = 1001, which is the client's ISN + 1 (1000 + 1)");
    expect(words).toContain("ack = 5001, the server's ISN + 1 (5000 + 1)");
    expect(words).toContain('windows × 128 and × 128');
    expect(words).toContain('used: gaps are named');
    expect(words).toContain('timestamps - - not used');
  });

  it('tells what was said, and the close', async () => {
    const words = (await explained(echo, '--lang', 'id')).text.replace(/\s+/g, ' ');
    expect(words).toContain('→ client: 21 byte dalam 1 segmen (frame 4)');
    expect(words).toContain('← server: 36 byte dalam 1 segmen (frame 6), 2,000 ms setelah');
    expect(words).toContain('Yang menutup lebih dulu client (frame 8)');
    expect(words).toContain('Perlu empat segmen');
    expect(words).toContain('Yang menunggu di TIME_WAIT ialah client');
  });

  it('explains the stream that is asked for', async () => {
    const { text } = await explained(echo, '--stream', '1', '--lang', 'en');
    expect(text).toContain('nobody listens on that port');
    const { code, stderr } = await explained(echo, '--stream', '2');
    expect(stderr).toContain('ERR_NO_STREAM');
    expect(code).toBe(2);
  });

  it('names what is unusual with frames and cause', async () => {
    const again = [...ECHO.slice(0, 4), ECHO[3]!, ...ECHO.slice(4)];
    const { text } = await explained(files.write(again), '--lang', 'en');
    expect(text).toContain('! retransmission');
    expect(text).toContain('retransmission: frame 5');
    expect(text).toContain('frame 5 repeats frame 4');
  });

  it('tells a close with the frame of every segment, and which one was not captured', async () => {
    const words = async (segments: readonly ScriptedSegment[]) =>
      (await explained(files.write(segments), '--lang', 'en')).text.replaceAll(/\s+/g, ' ');
    expect(await words(ECHO)).toContain(
      'four segments: FIN (frame 8), ACK (frame 9), FIN (frame 10), ACK (frame 11).',
    );
    expect(await words(ECHO.slice(0, 10))).toContain('FIN (frame 10), ACK (not captured).');
    const three = [...ECHO.slice(0, 8), ...ECHO.slice(9)];
    expect(await words(three)).toContain('FIN (frame 8), FIN-ACK (frame 9), ACK (frame 10).');
  });

  it('tells a simultaneous open as one, and what Wireshark says of it', async () => {
    const syns: ScriptedSegment[] = [
      { from: 'client', flags: 'S', options: true },
      { from: 'server', flags: 'S', options: true },
      { from: 'server', flags: 'SA', ack: 1, options: true },
      { from: 'client', flags: 'SA', ack: 1, options: true },
    ];
    const { text } = await explained(files.write(syns), '--lang', 'en');
    const words = text.replaceAll(/\s+/g, ' ');
    expect(words).toContain('Frame 1, 2: both ask for a connection before either has seen the SYN');
    expect(words).toContain('(ISN) are 1000 and 5000');
    expect(words).toContain('Frame 3, 4: each answers with SYN and ACK');
    expect(words).not.toContain('sent again');
    expect(words).toContain('frame 3: Wireshark says retransmission');
  });

  it.each<[string, ScriptedSegment[], string, string]>([
    [
      'unread data',
      [{ from: 'server', flags: 'RA', seq: 1, ack: 22 }],
      'probably its program closed, or was killed, while data was unread.',
      'To close with SO_LINGER 0 looks the same.',
    ],
    [
      'a connection that is not known any more',
      [{ from: 'server', flags: 'R', seq: 1 }],
      'probably it does not know this connection',
      'with RST and no ACK.',
    ],
    [
      'data after the close',
      [
        { from: 'server', flags: 'FA', seq: 1, ack: 22 },
        { from: 'client', flags: 'A', seq: 22, ack: 2 },
        { from: 'client', flags: 'PA', seq: 22, ack: 2, text: 'late' },
        { from: 'server', flags: 'R', seq: 2 },
      ],
      'data came after its FIN',
      'The server closed first (frame 5)',
    ],
  ])('tells a reset for %s', async (_, end, cause, more) => {
    const { text } = await explained(files.write([...ECHO.slice(0, 4), ...end]), '--lang', 'en');
    const words = text.replaceAll(/\s+/g, ' ');
    expect(words).toContain(cause);
    expect(words).toContain(more);
    expect(words).not.toContain('half-closed');
  });

  it('draws nobody as listening who refuses', async () => {
    const { text } = await explained(files.write(REFUSED), '--lang', 'en');
    expect(text).toMatch(/│SYN-SENT +CLOSED│/);
    expect(text).not.toContain('LISTEN');
  });

  it('says that a filter fits nothing, and leaves a file that is no capture to the error', async () => {
    const none = await explained(echo, '--filter', 'frame.number == 99', '--lang', 'en');
    expect(none.text).toContain('Filter frame.number == 99 fits none of the 13 packets.');
    const other = await explained(import.meta.filename, '--lang', 'en');
    expect(other).toMatchObject({ text: '', code: 1 });
    expect(other.stderr).toContain('is no pcap or pcapng capture');
  });

  it('says what is missing of a connection that began before the capture', async () => {
    const { text } = await explained(files.write(ECHO.slice(3)), '--lang', 'en');
    expect(text).toContain('It was not captured: the first segment here (frame 1)');
  });

  it('shortens a long ladder unless all is asked for', async () => {
    const long = Array.from({ length: 150 }, (_, index) => ({
      ...ECHO[3]!,
      seq: 1 + index,
      text: 'x',
    }));
    const file = files.write([...ECHO.slice(0, 3), ...long]);
    const short = (await explained(file, '--lang', 'en')).text;
    expect(short).toContain('… 53 segments (--all shows them) …');
    const { text } = await explained(file, '--all', '--lang', 'en');
    expect(text.match(/^ +\d+ +\d\.\d{6} │/gm)).toHaveLength(153);
  });

  it.each(['id', 'en'])('fits into 80 columns and has no escape sequences (%s)', async (lang) => {
    for (const stream of ['0', '1']) {
      const { text } = await explained(echo, '--stream', stream, '--lang', lang);
      expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
      expect(text).not.toContain('\u001b');
    }
  });

  it('says what to look at when a capture holds nothing', async () => {
    const { text, code } = await explained(files.write([]), '--lang', 'en');
    expect(text).toContain('There is nothing to explain.');
    expect(code).toBe(0);
  });
});
