import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { runToEnd } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';
import { answersByName } from './asked-questions.ts';
import { datagram, unreachable, writtenDatagrams } from './build-datagrams.ts';
import { captureFiles } from './capture-files.ts';
import { mixedCapture } from './mixed-capture.ts';
import { reportBrowser } from './report-browser.ts';

const files = captureFiles();

async function explained(packets: readonly Buffer[], ...args: string[]): Promise<string> {
  const file = writtenDatagrams(files, packets);
  const { stdout } = await runToEnd('analyzer', ['explain', file, '--lang', 'en', ...args]);
  return stdout.toString();
}

const lost = datagram(true, 'anybody?');
/** A question with its answer, and one that nobody answers since nobody listens. */
const ASKED = [datagram(true, 'hai'), datagram(false, 'echo: hai'), lost, unreachable(lost)];

describe('explain, of a UDP conversation', () => {
  it('pairs questions and answers, and says what was not answered and why', async () => {
    const text = await explained(ASKED);
    expect(text).toMatch(/client 10\.0\.0\.1:40000 +server 10\.0\.0\.2:12345/);
    expect(text).toMatch(/ 1 +0\.000000 │─+ UDP Len=3 ─+>│\n +│ {2}"hai" +│/);
    expect(text).toMatch(/ 2 +0\.001000 │<─+ UDP Len=9 ─+│/);
    expect(text).toContain('frame 1 → 2: 1.000 ms, the same text came back');
    expect(text).toContain('Without an answer in this capture: frame 3.');
    expect(text).toMatch(/ 4 +0\.003000 │<─+ ICMP destination-unreachable\/port ─+│/);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('nobody listens on that UDP port');
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('marks in the ladder what nobody answered', async () => {
    expect(await explained(ASKED)).toMatch(/"anybody\?" +│\n +│ {2}! no answer +│/);
  });

  it('shows so many datagrams and counts the rest', async () => {
    const text = await explained(Array.from({ length: 103 }, () => datagram(true, 'x')));
    expect(text.match(/UDP Len=1/g)).toHaveLength(100);
    expect(text).toContain('… 3 further datagrams are not shown (--all shows them) …');
  });
});

describe('the files of explain, of a UDP conversation', () => {
  const file = () => writtenDatagrams(files, ASKED);

  it('are a picture', async () => {
    const picture = files.path('udp.svg');
    await runToEnd('analyzer', ['explain', file(), '--svg', picture, '--lang', 'en']);
    const svg = readFileSync(picture, 'utf8');
    expect(svg.match(/<g class="rung /g)).toHaveLength(4);
    expect(svg).toContain('Datagrams of UDP stream 0');
    expect(svg).toContain('UDP Len=3');
    expect(svg).toContain('! no answer');
    expect(svg).toContain('ICMP destination-unreachable/port');
  });

  it('are a table', async () => {
    const table = files.path('udp.csv');
    await runToEnd('analyzer', ['explain', file(), '--csv', table]);
    expect(readFileSync(table, 'utf8').split('\r\n')).toEqual([
      'frame,stream,seconds,from,source,destination,protocol,icmp,len,answer_to_frame,answer_rtt,labels,text',
      '1,0,0,client,10.0.0.1:40000,10.0.0.2:12345,UDP,,3,,,,hai',
      '2,0,0.001,server,10.0.0.2:12345,10.0.0.1:40000,UDP,,9,1,0.001,,echo: hai',
      '3,0,0.002,client,10.0.0.1:40000,10.0.0.2:12345,UDP,,8,,,unanswered,anybody?',
      '4,0,0.003,server,10.0.0.2:12345,10.0.0.1:40000,ICMP,destination-unreachable/port,0,,,undelivered,',
      '',
    ]);
  });

  it('are one document of JSON', async () => {
    expect(JSON.parse(await explained(ASKED, '--json'))).toMatchObject({
      explained: {
        protocol: 'UDP',
        answers: [{ question: 1, answer: 2, roundTrip: 0.001, echo: true }],
        unanswered: [3],
        undelivered: [{ frame: 4, icmp: 'destination-unreachable/port' }],
        datagrams: [
          { frame: 1, from: 'client', length: 3, text: 'hai' },
          { frame: 2, answersFrame: 1 },
          { frame: 3 },
          { frame: 4, protocol: 'ICMP' },
        ],
      },
    });
  });
});

describe('questions, of a UDP conversation', () => {
  it('are those of the guide, and what is lost and answered', async () => {
    const found = await answersByName(writtenDatagrams(files, ASKED), '--lang', 'en');
    expect(Object.keys(found)).toEqual([
      ...['handshake', 'tcpAndUdp', 'threads'],
      ...['client', 'server', 'datagrams', 'answers', 'lost', 'udpConversations'],
    ]);
    expect(found).toMatchObject({
      handshake: { missing: true },
      tcpAndUdp: {
        data: { tcp: null, udp: { datagrams: 3, bytes: 20, conversations: 1, unanswered: 1 } },
      },
      client: { data: { address: '10.0.0.1:40000' }, frames: [1] },
      datagrams: { frames: [1, 2, 3] },
      answers: { data: { answers: [{ question: 1, answer: 2, seconds: 0.001 }] } },
      lost: { frames: [3, 4], data: { unanswered: [3] } },
    });
    expect(found['lost']!.answer.join()).toContain('nobody listens on that UDP port');
  });

  it('answers with ten of many, and counts the rest', async () => {
    const many = Array.from({ length: 12 }, () => [
      datagram(true, 'x'),
      datagram(false, 'x'),
    ]).flat();
    const { datagrams, answers } = await answersByName(
      writtenDatagrams(files, many),
      '--lang',
      'en',
    );
    expect(datagrams!.answer.filter((line) => line.includes('frame'))).toHaveLength(10);
    expect(datagrams!.answer.at(-1)).toBe('… and 14 more');
    expect(answers!.answer.filter((line) => line.startsWith('frame'))).toHaveLength(10);
  });

  it.each(['id', 'en'])('are printed within 80 columns (%s)', async (lang) => {
    const args = ['questions', writtenDatagrams(files, ASKED), '--lang', lang];
    const { stdout, code } = await runToEnd('analyzer', args);
    expect(
      stdout
        .toString()
        .split('\n')
        .filter((line) => line.length > 80),
    ).toEqual([]);
    expect(stdout.toString()).toMatch(/^UDP stream 0 /);
    expect(code).toBe(0);
  });
});

describeWith('chromium', 'the HTML report of UDP in a browser', () => {
  const { open } = reportBrowser();

  it('has ladder, headers, answers and questions, and no graphs', async () => {
    const report = `${writtenDatagrams(files, ASKED)}.html`;
    await runToEnd('analyzer', ['explain', report.slice(0, -5), '--html', report, '--lang', 'en']);
    const page = await open(report);
    await page.locator('#rung-1').click();
    expect(await page.locator('#ladder h2').innerText()).toBe('Ladder of stream UDP 0');
    expect(await page.locator('#rungs .is-related').getAttribute('id')).toBe('rung-2');
    expect(await page.locator('#rung-3').textContent()).toContain('! no answer');
    const field = page.locator('#bits-udp [data-field=udpLength]');
    expect(await field.innerText()).toContain('11');
    expect(await page.locator('.panel').innerText()).toContain('Answered by');
    expect(await page.locator('#explanation').innerText()).toContain('the same text came back');
    expect(await page.locator('.answers > li').count()).toBe(9);
    expect(await page.locator('#graphs').count()).toBe(0);
    await page.locator('#rung-4').hover();
    expect(await page.locator('.panel h3').innerText()).toContain(
      'ICMP destination-unreachable/port',
    );
  });

  it('shows UDP beside TCP', async () => {
    const capture = files.path('mixed.pcapng');
    writeFileSync(capture, mixedCapture());
    await runToEnd('analyzer', ['explain', capture, '--html', `${capture}.html`]);
    const page = await open(`${capture}.html`);
    await page.locator('#udp-stream-0').click();
    expect(await page.locator('#ladder h2').innerText()).toBe('Tangga stream UDP 0');
    await page.locator('#stream-0').click();
    expect(await page.locator('#ladder h2').innerText()).toBe('Tangga stream 0');
  });
});
