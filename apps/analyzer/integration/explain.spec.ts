import { describe, expect, it } from '@jest/globals';
import { runToEnd } from '@praktikum/testing';
import { ECHO, REFUSED } from './build-capture.ts';
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
