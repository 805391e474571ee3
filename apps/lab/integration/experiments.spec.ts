import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ScriptedServer, startServer, type StartedServer } from '@praktikum/peers';
import { capturingSuite } from '@praktikum/testing';
import type { ExperimentRecord } from '../src/evidence/evidence.ts';
import { LabFolder } from './lab-run.ts';

const sentences = ({ findings }: ExperimentRecord) => findings.map(({ text }) => text.en);

/** Every file that a finding or an exhibit names is there. */
function expectFiles(record: ExperimentRecord, lab: LabFolder): void {
  const files = readdirSync(lab.file('hasil', record.folder));
  const named = [
    ...record.findings.flatMap(({ cites }) => cites.map(({ file }) => file)),
    ...record.exhibits.flatMap((exhibit) => {
      if (exhibit.kind === 'table') return [];
      return exhibit.kind === 'picture' ? [exhibit.svg.id, exhibit.svg.en] : [exhibit.output];
    }),
  ];
  expect(files).toEqual(expect.arrayContaining([...new Set(named)]));
  expect(record.files.map(({ path }) => path).sort()).toEqual([...files].sort());
}

const { suite, why } = capturingSuite('dumpcap');

suite(`experiment 2, why threads${why}`, () => {
  const lab = new LabFolder();
  beforeAll(async () => {
    expect(await lab.run(['--only', '2'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('measures both servers with 1 to 64 clients', () => {
    const record = lab.experiment(2);
    expect(record.state).toBe('done');
    for (const server of ['simple-server', 'threaded-server']) {
      const table = record.exhibits.find(({ id }) => id === `${server}-waiting`);
      expect(table?.kind === 'table' && table.rows.map(([clients]) => clients)).toEqual([
        '1',
        '2',
        '4',
        '8',
        '16',
        '32',
        '64',
      ]);
    }
    expectFiles(record, lab);
  });

  it('finds who waits, who is served at once, and what is equal', () => {
    const said = sentences(lab.experiment(2));
    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^With 64 clients at once at simple-server, clients waited [\d,.]+ ms/,
        ),
        expect.stringMatching(/^With 64 clients at once at threaded-server/),
        expect.stringMatching(/^Of 64 clients at once, simple-server served 1\.0 at the same time/),
        expect.stringMatching(/^Of 64 clients at once, threaded-server served (?!1\.0)[\d.]+ at/),
        'What is equal: with 64 clients, each server answered all 192 messages.',
      ]),
    );
  });
});

suite(`experiment 4, plain and TLS${why}`, () => {
  const lab = new LabFolder();
  beforeAll(async () => {
    expect(await lab.run(['--only', '4'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('finds the text in one capture and not in the other', () => {
    const record = lab.experiment(4);
    expect(record.state).toBe('done');
    expect(sentences(record)).toEqual([
      expect.stringMatching(/^Without TLS the text "Nilai rahasia saya 87" can be read in frames/),
      expect.stringMatching(/^Without TLS it is also seen who talks to whom/),
      expect.stringMatching(/^With TLS the text "Nilai rahasia saya 87" was found in none of the/),
      expect.stringMatching(/^The name of the server, "localhost", can still be read in frame/),
      expect.stringMatching(/^With TLS it is still seen who talks to whom/),
    ]);
    expectFiles(record, lab);
  });

  it('keeps no private key', () => {
    const files = readdirSync(lab.file('hasil', '4-tls'), { recursive: true });
    expect(files.filter((name) => String(name).endsWith('.pem'))).toEqual([]);
  });
});

suite(`experiment 5, a server of one's own${why}`, () => {
  const lab = new LabFolder();
  const other = new LabFolder();
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer('threaded-server');
    const target = `127.0.0.1:${server.endpoint.port}`;
    expect(await lab.run(['--only', '5', '--target', target])).toMatchObject({ code: 0 });
  });
  afterAll(() => server.stop('SIGKILL'));

  it('is experiments 1 and 2 with it', () => {
    const record = lab.experiment(5);
    expect(record.state).toBe('done');
    expect(record.server).toEqual(server.endpoint);
    const said = sentences(record);
    expect(said[0]).toMatch(/^Three segments opened the connection/);
    expect(said).toEqual(
      expect.arrayContaining([expect.stringMatching(/^With 64 clients at once at my server/)]),
    );
    expectFiles(record, lab);
  });

  it('says of one that serves nobody that it does not, and keeps what was shown before', async () => {
    const wrong = await ScriptedServer.listen((socket) => socket.resume().end('\x01 wrong'));
    const target = `127.0.0.1:${wrong.endpoint.port}`;
    const runs = [lab, other].map((each) => each.run(['--only', '5', '--target', target]));
    for (const { code, stdout } of await Promise.all(runs)) {
      expect(stdout.toString()).toMatch(/no client got\s+its message\s+back/);
      expect(code).toBe(21);
    }
    await wrong.close();
    expect(lab.experiment(5).state).toBe('done');
    const record = other.experiment(5);
    expect(record.state).toBe('failed');
    expect(sentences(record).join()).toContain('Of 1 clients at once at my server, 1 failed');
    expect(sentences(record).join()).not.toMatch(/waited|served/);
    expectFiles(record, other);
  });
});
