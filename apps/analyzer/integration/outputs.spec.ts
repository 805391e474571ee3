import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { COLORS } from '@praktikum/capture-report';
import { runToEnd, startProgram } from '@praktikum/peers';
import { describeWithFullDisk, drawnColors, drawsText, FULL_DISK } from '@praktikum/testing';
import { ECHO, REFUSED } from './build-capture.ts';
import { captureFiles } from './capture-files.ts';

const files = captureFiles();
const echo = files.write([...ECHO, ...REFUSED]);

async function explain(...args: string[]) {
  const result = await runToEnd('analyzer', ['explain', ...args, '--lang', 'en']);
  return { ...result, text: result.stdout.toString() };
}

describe('explain --svg', () => {
  it('refuses one file for two results', async () => {
    const file = files.path('twice.csv');
    const { code, stderr } = await explain(echo, '--csv', file, '--html', file, '--lang', 'en');
    expect(stderr).toContain('(ERR_OUTPUT_TWICE, exit status 2)');
    expect(code).toBe(2);
    expect(existsSync(file)).toBe(false);
  });

  it('writes the ladder as a picture', async () => {
    const picture = files.path('ladder.svg');
    const { code, text, stderr } = await explain(echo, '--svg', picture);
    expect([code, stderr]).toEqual([0, `Saved: ${picture}\n`]);
    expect(text).toContain('10.0.0.1:40000');
    expect(text).not.toContain('The handshake');
    const svg = readFileSync(picture, 'utf8');
    expect(svg.match(/<g class="rung /g)).toHaveLength(ECHO.length);
    expect(svg).toContain('SYN,ACK Seq=0 Ack=1 Win=502');
    expect(svg).toContain('&quot;Ini pesan dari client&quot;');
  });

  it('draws the frames that are asked for, and says which', async () => {
    const picture = files.path('excerpt.svg');
    const { code } = await explain(echo, '--svg', picture, '--svg-frames', '2-4');
    expect(code).toBe(0);
    const svg = readFileSync(picture, 'utf8');
    expect(svg.match(/<g class="rung /g)).toHaveLength(3);
    expect(svg).toContain('frame 2–4');
    expect(svg).toContain('frame 4, ');
    expect(svg).not.toContain('frame 5, ');
  });

  it.each([
    ['4-2', 'ERR_OPTION_VALUE'],
    ['4', 'ERR_OPTION_VALUE'],
    ['2-4', 'ERR_OPTION_NEEDS'],
  ])('refuses --svg-frames %s (%s)', async (range, error) => {
    const { code, stderr } = await explain(echo, '--svg-frames', range);
    expect(stderr).toContain(error);
    expect(code).toBe(2);
  });

  it('is a picture in viewers that are no browsers too', async () => {
    const picture = files.path('viewed.svg');
    await explain(echo, '--svg', picture);
    const colors = await drawnColors(readFileSync(picture, 'utf8'));
    const { ground, line, syn, data, fin, ack, ink } = COLORS.light;
    expect([...colors]).toEqual(expect.arrayContaining([ground, line, syn, data, fin, ack]));
    // Only text has the colour of ink.
    expect(colors.has(ink)).toBe(await drawsText());
  });

  it('takes what a peer sent for text', async () => {
    const hostile = { ...ECHO[3]!, text: '</text><script>alert(1)</script>' };
    const picture = files.path('hostile.svg');
    await explain(files.write([...ECHO.slice(0, 3), hostile]), '--svg', picture);
    const svg = readFileSync(picture, 'utf8');
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;');
    expect(svg).not.toContain('<script');
  });
});

describe('explain --csv', () => {
  it('writes a row for each segment', async () => {
    const table = files.path('segments.csv');
    await explain(echo, '--csv', table);
    const rows = readFileSync(table, 'utf8').split('\r\n');
    expect(rows).toHaveLength(ECHO.length + 2);
    expect(rows[0]).toMatch(/^frame,stream,seconds,from,source,destination,flags,seq,/);
    expect(rows[2]).toMatch(
      /^2,0,0\.001,server,10\.0\.0\.2:12345,10\.0\.0\.1:40000,"SYN,ACK",0,1,5000,1001,0,502,/,
    );
    expect(rows[4]).toMatch(/,Ini pesan dari client$/);
  });

  it('lets no spreadsheet run what a peer sent', async () => {
    const hostile = { ...ECHO[3]!, text: '=cmd|calc' };
    const table = files.path('hostile.csv');
    await explain(files.write([...ECHO.slice(0, 3), hostile]), '--csv', table);
    expect(readFileSync(table, 'utf8')).toMatch(/,'=cmd\|calc\r\n$/);
  });
});

describe('explain --json', () => {
  it('prints one document with the frames of everything it says', async () => {
    const { text, code } = await explain(echo, '--json');
    expect(JSON.parse(text)).toMatchObject({
      packets: 13,
      tcp: [
        {
          stream: 0,
          client: '10.0.0.1:40000',
          frames: 11,
          sent: 21,
          received: 36,
          ending: 'closed',
        },
        { stream: 1, ending: 'refused' },
      ],
      explained: {
        stream: 0,
        handshake: {
          syn: { frame: 1, rawSequence: 1000, options: { maximumSegmentSize: 1460 } },
          synAck: { frame: 2, rawSequence: 5000 },
          ack: { frame: 3, rawAcknowledgement: 5001 },
          roundTrip: 0.002,
        },
        exchange: [
          { from: 'client', frames: [4], bytes: 21, text: 'Ini pesan dari client' },
          { from: 'server', frames: [6], bytes: 36 },
        ],
        close: {
          closedFirst: 'client',
          segments: 4,
          finFrames: { client: 8, server: 10 },
          states: { client: 'TIME-WAIT', server: 'CLOSED' },
        },
        unusual: [],
      },
    });
    expect(code).toBe(0);
  });

  it('names what is unusual with its frames, and takes --stream and --filter', async () => {
    const again = files.write([...ECHO.slice(0, 4), ECHO[3]!, ...REFUSED]);
    const unusual = JSON.parse((await explain(again, '--json')).text);
    expect(unusual.explained.unusual).toMatchObject([{ label: 'retransmission', frames: [5] }]);
    const other = JSON.parse((await explain(again, '--json', '--stream', '1')).text);
    expect(other.explained.close.reset).toMatchObject({ cause: 'refused', by: 'server' });
    const none = JSON.parse((await explain(again, '--json', '--filter', 'udp')).text);
    expect(none).toMatchObject({ shown: 0, tcp: [], explained: null });
  });
});

describe('files of explain', () => {
  it('are not written over, unless that is asked for', async () => {
    const file = files.path('there.html');
    writeFileSync(file, 'mine');
    const refused = await explain(echo, '--html', file);
    expect(refused.stderr).toContain('ERR_OUTPUT_EXISTS');
    expect([refused.code, readFileSync(file, 'utf8')]).toEqual([14, 'mine']);
    const forced = await explain(echo, '--html', file, '--force');
    expect(forced.code).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>/);
  });

  it('never take the place of the capture', async () => {
    const before = readFileSync(echo);
    const { stderr, code } = await explain(echo, '--svg', echo, '--force');
    expect(stderr).toContain('ERR_OUTPUT_IS_CAPTURE');
    expect([code, readFileSync(echo).equals(before)]).toEqual([2, true]);
  });

  it('say which folder is missing', async () => {
    const { stderr, code } = await explain(echo, '--csv', files.path('nowhere/segments.csv'));
    expect(stderr).toContain('it does not exist');
    expect(code).toBe(14);
  });

  it('are all written when all are asked for', async () => {
    const [html, svg, csv] = ['all.html', 'all.svg', 'all.csv'].map(files.path);
    const { code } = await explain(
      echo,
      '--html',
      html!,
      '--svg',
      svg!,
      '--csv',
      csv!,
      '--stream',
      '1',
    );
    expect(code).toBe(0);
    expect(readFileSync(csv!, 'utf8').split('\r\n')).toHaveLength(4);
    expect(readFileSync(html!, 'utf8')).toContain('"stream":1');
  });

  it('are written of a capture that holds nothing only where there is something to say', async () => {
    const [html, csv] = ['none.html', 'none.csv'].map(files.path);
    const { stderr, code } = await explain(files.write([]), '--html', html!, '--csv', csv!);
    expect(stderr).toContain('There is no TCP or UDP conversation');
    expect([code, existsSync(html!), existsSync(csv!)]).toEqual([0, true, false]);
  });
});

const COMMANDS = [
  ['explain', []],
  ['explain', ['--json']],
  ['questions', []],
  ['packets', []],
  ['conversations', []],
] as const;

describeWithFullDisk('a full disk', () => {
  it.each(COMMANDS)('ends %s %j with an error', async (command, options) => {
    const args = [command, echo, ...options, '--lang', 'en'];
    const { code, stderr } = await runToEnd('analyzer', args, { stdoutTo: FULL_DISK });
    expect(stderr).toMatch(
      /^Error: The result cannot be written to standard output \(the disk is full\)\.\n/,
    );
    expect(stderr).toMatch(/\n\(ERR_STDOUT, exit status 14\)\n$/);
    expect(code).toBe(14);
  });
});

describe('a reader that has left', () => {
  it.each(COMMANDS)('ends %s %j in one line, with a code of its own', async (command, options) => {
    const program = startProgram('analyzer', [command, echo, ...options, '--lang', 'en']);
    await program.leave();
    expect(await program.toEnd()).toMatchObject({
      code: 20,
      stderr:
        'Error: The result is cut: the reader of the output left before all was written. ' +
        '(ERR_STDOUT_CUT, exit status 20)\n',
    });
  });

  it('ends --help as if all had been read', async () => {
    const program = startProgram('analyzer', ['explain', '--help']);
    await program.leave();
    expect(await program.toEnd()).toMatchObject({ code: 0, stderr: '' });
  });
});
