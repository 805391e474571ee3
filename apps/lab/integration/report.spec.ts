import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { svgPng } from '@praktikum/document';
import { startOnTerminal, shellCommand } from '@praktikum/peers';
import { describeOnUnix, describeWith, describeWithSmallDisk, itOnUnix } from '@praktikum/testing';
import { LabFolder, WITHOUT_TOOLS } from './lab-run.ts';

const QUESTIONS = [
  'Tujuan Praktikum',
  'Analisis proses komunikasi client-server',
  'Bagaimana cara kerja TCP 3-way handshake?',
  'Apa perbedaan antara TCP dan UDP?',
  'Mengapa perlu menggunakan multi-threading pada server?',
  'Ringkasan hasil praktikum',
  'Kendala yang dihadapi',
  'Saran perbaikan',
];
const ANSWERS = QUESTIONS.map((question, at) => `## ${question}\n\nJawaban ${at}.\n`).join('\n');
const DETAILS =
  'nama: "Siti Aminah"\nkelas: XI TKJ 1\nsekolah: SMKN 1 Punggelan\ntanggal: 30 November 2026\n';

/** What a writer takes a picture of. */
const SCREEN =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30z"/></svg>';

describe('lab report', () => {
  const lab = new LabFolder();
  beforeAll(() => lab.run(['--only', '1'], { env: WITHOUT_TOOLS }));

  /** A report folder with these files, and the report that is made there. */
  async function report(
    name: string,
    files: Record<string, string | Uint8Array>,
    ...args: string[]
  ) {
    mkdirSync(lab.file(name), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(lab.file(name, file), text);
    const { code, stdout, stderr } = await lab.run(['report', '--out', name, ...args]);
    return { code, stdout: stdout.toString(), stderr };
  }
  const complete = { 'laporan.yaml': DETAILS, 'jawaban.md': ANSWERS };

  it('makes the files to be filled in, lists what is open, and writes no report', async () => {
    const { code, stderr } = await report('fresh', {});
    expect(stderr).toContain('laporan.yaml: not filled in: Name');
    expect(stderr).toContain('jawaban.md: no answer yet: Why does a server need multi-threading?');
    expect(stderr).toContain('11 points above are not filled in.');
    expect(code).toBe(21);
    expect(readdirSync(lab.file('fresh')).sort()).toEqual(['jawaban.md', 'laporan.yaml']);
    expect(lab.read('fresh', 'jawaban.md')).toContain(
      '## How does the TCP three-way handshake work?',
    );
    expect(lab.read('fresh', 'laporan.yaml')).toMatch(/^tanggal: "\d+ \w+ 20\d\d"$/m);
  });

  it('marks in a draft what is missing, and never writes an answer', async () => {
    const { code } = await report('draft', {}, '--draft');
    expect(code).toBe(0);
    const html = lab.read('draft', 'laporan.html');
    expect(html.match(/MISSING: this answer is not in jawaban.md yet\./g)).toHaveLength(8);
    expect(html).toContain('NO RESULTS: experiment 2 (Why threads) has not been run.');
    expect(html).toContain('No capture tool is installed');
  });

  it('has the sections of the guide, in its order', async () => {
    const { code, stdout, stderr } = await report('laporan', complete, '--lang', 'id');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      ['docx', 'pdf', 'html'].map((kind) => `Tersimpan: laporan/laporan.${kind}\n`).join(''),
    );
    const html = lab.read('laporan', 'laporan.html');
    const headings = [...html.matchAll(/<h2[^>]*>[\d. ]*([^<]+)</g)].map(([, text]) => text);
    expect(headings).toEqual([
      'Daftar Isi',
      'Tujuan Praktikum',
      'Alat dan Bahan',
      'Langkah Kerja',
      'Hasil dan Pembahasan',
      'Kesimpulan',
    ]);
    for (const text of ['Siti Aminah', 'XI TKJ 1', 'SMKN 1 Punggelan', '30 November 2026']) {
      expect(html).toContain(text);
    }
    for (const question of QUESTIONS) expect(html).toContain(question);
    for (const at of QUESTIONS.keys()) expect(html).toContain(`Jawaban ${at}.`);
  });

  it('keeps a report that its writer has changed', async () => {
    await report('edited', complete);
    appendFileSync(lab.file('edited', 'laporan.html'), '<!-- mine -->');
    const { stderr } = await report('edited', complete);
    expect(stderr).toMatch(
      /^laporan.html is not as this program has written it; the old one is kept as laporan-\w+.html$/m,
    );
    const [kept] = readdirSync(lab.file('edited')).filter((name) => /^laporan-.*html$/.test(name));
    expect(lab.read('edited', kept!)).toMatch(/<!-- mine -->$/);
    expect((await report('edited', complete)).stderr).toBe('');
  });

  it('says which evidence has changed, and writes that into the report', async () => {
    cpSync(lab.file('hasil'), lab.file('tampered'), { recursive: true });
    appendFileSync(lab.file('tampered', '1-handshake', 'client.txt'), 'x');
    rmSync(lab.file('tampered', '1-handshake', 'server.txt'));
    const { code, stderr } = await report('changed', complete, '--results', 'tampered');
    expect(stderr).toContain('1-handshake/client.txt, 1-handshake/server.txt');
    expect(code).toBe(22);
    expect(stderr).toContain('node praktikum lab --only 1 --out tampered');
    expect(lab.read('changed', 'laporan.html')).toContain('EVIDENCE HAS CHANGED');
  });

  it('says which evidence has changed although answers are missing', async () => {
    cpSync(lab.file('hasil'), lab.file('collected'), { recursive: true });
    appendFileSync(lab.file('collected', '1-handshake', 'client.txt'), 'x');
    const { code, stderr } = await report('unanswered', {}, '--results', 'collected');
    expect(stderr).toContain('1-handshake/client.txt. The report is not written yet.');
    expect(code).toBe(22);
  });

  it('asks about a reference to what is not there', async () => {
    const sheet = `${ANSWERS}\nSee [[1-handshake-sever]].\n`;
    const { code, stderr } = await report('referring', { ...complete, 'jawaban.md': sheet });
    expect(stderr).toContain('no figure or table has the name [[1-handshake-sever]]');
    expect(code).toBe(21);
  });

  it('adds what its writer says of tools and steps', async () => {
    const sheet = `${ANSWERS}\n## Langkah Kerja\n\nSaya menjalankan server dahulu.\n\n## Tools and Materials\n\nPython 3.12\n`;
    expect((await report('own', { ...complete, 'jawaban.md': sheet })).code).toBe(0);
    const html = lab.read('own', 'laporan.html');
    expect(html).toMatch(/Tools and Materials<\/h2>.*Python 3\.12.*<h3/s);
    expect(html).toMatch(/Steps<\/h2>.*Saya menjalankan server dahulu\..*<h3/s);
  });

  itOnUnix('shows no file from elsewhere, and none that is damaged', async () => {
    cpSync(lab.file('hasil'), lab.file('linked'), { recursive: true });
    writeFileSync(lab.file('secret.txt'), 'rahasia sekali');
    rmSync(lab.file('linked', '1-handshake', 'client.txt'));
    symlinkSync(lab.file('secret.txt'), lab.file('linked', '1-handshake', 'client.txt'));
    const { code, stderr } = await report('links', complete, '--results', 'linked');
    expect(stderr).toContain('1-handshake/client.txt');
    expect(code).toBe(22);
    const html = lab.read('links', 'laporan.html');
    expect(html).toContain('MISSING: the file 1-handshake/client.txt is gone from the results.');
    expect(Buffer.from(html).includes('rahasia')).toBe(false);
  });

  describeOnUnix('with a pipe in place of a file', () => {
    it.each(['laporan.yaml', 'jawaban.md', 'laporan.docx'])(
      'does not wait for %s',
      async (file) => {
        const folder = `pipe-${file}`;
        mkdirSync(lab.file(folder));
        spawnSync('mkfifo', [lab.file(folder, file)]);
        const { code, stderr } = await lab.run(['report', '--draft', '--out', folder]);
        expect(stderr).toContain('it is no regular file');
        expect(code).toBe(14);
      },
    );
  });

  it('wants evidence', async () => {
    const { code, stderr } = await report('laporan', complete, '--results', 'nowhere');
    expect(stderr).toContain('There is no evidence in nowhere yet.');
    expect(code).toBe(21);
  });

  it.each([
    ['nama: [', 1],
    ['nama: Siti\nkelas: "XI', 2],
    ['nama: Siti\nnama: Budi', 2],
    ['nama: Siti\numur: 17', 2],
    ['nama:\n  depan: Siti', 1],
    ['- Siti', 1],
    [`nama: ${'x'.repeat(600)}`, 1],
  ])('names the line of a laporan.yaml that cannot be read: %j', async (text, line) => {
    const files = { 'laporan.yaml': text, 'jawaban.md': ANSWERS };
    const { code, stderr } = await report('yaml', files);
    expect(stderr).toMatch(new RegExp(`laporan.yaml, line ${line} cannot be read`));
    expect(code).toBe(14);
    expect(lab.read('yaml', 'laporan.yaml')).toBe(text);
  });

  it.each([
    ['an unknown heading', '# Cerita saya\n\nx', 1],
    ['a heading that is there twice', '## Saran perbaikan\n\na\n\n## Saran perbaikan\n\nb', 5],
    ['text before the first heading', '\n\nhalo\n\n## Saran perbaikan', 3],
  ])('names the line of %s', async (_what, text, line) => {
    const { code, stderr } = await report('headings', { ...complete, 'jawaban.md': text });
    expect(stderr).toContain(`jawaban.md, line ${line}:`);
    expect(code).toBe(14);
    expect(lab.read('headings', 'jawaban.md')).toBe(text);
  });

  it('shows what was pasted as text, and takes answers as editors save them', async () => {
    const pasted = [
      '## TUJUAN praktikum',
      '',
      'Teks <script>alert(1)</script> **tebal** `kode` [tautan](http://example.org/a) ![x](file:///etc/passwd)',
      '',
      '### Bagian',
      '',
      '1. satu',
      '   - dalam',
      '2. dua & tiga',
      '',
      '> kutipan',
      '',
      '    kode <b>',
    ].join('\r\n');
    const { code } = await report('pasted', { ...complete, 'jawaban.md': pasted }, '--draft');
    expect(code).toBe(0);
    const html = lab.read('pasted', 'laporan.html');
    const [, answer = ''] = /<h2 id="section-1">(.*?)<h2/s.exec(html) ?? [];
    expect(answer).toContain('&lt;script&gt;alert(1)&lt;/script&gt; <b>tebal</b>');
    expect(answer).toContain('tautan (http://example.org/a)');
    expect(answer).not.toMatch(/<script|(src|href)=/);
  });

  it('shows pictures of its writer, and lists those that cannot be shown', async () => {
    const sheet = `${ANSWERS}\n![Jabat tangan](layar%201.png)\n\n![Hilang](tidak-ada.png)\n`;
    const files = { ...complete, 'jawaban.md': sheet, 'layar 1.png': await svgPng(SCREEN) };
    const { code, stderr } = await report('pictures', files);
    expect(stderr).toContain('jawaban.md: no picture that can be shown: tidak-ada.png');
    expect(code).toBe(21);
    expect((await report('pictures', {}, '--draft')).code).toBe(0);
    const html = lab.read('pictures', 'laporan.html');
    expect(html).toContain('NO PICTURE: tidak-ada.png');
    expect(html).toMatch(/data:image\/png;base64,[^"]+" alt="Jabat tangan"/);
    expect(html).toMatch(/<b>Figure \d+\.<\/b> Jabat tangan/);
  });

  it.each([['Siti & "Budi" <b>'], ['👩‍🏫 教師'], ['N'.repeat(200)], ['\u0000\u001b[31m\ufffe']])(
    'takes the name %j',
    async (name) => {
      const details = DETAILS.replace('"Siti Aminah"', JSON.stringify(name));
      const { code, stderr } = await report('names', { ...complete, 'laporan.yaml': details });
      expect({ code, stderr: stderr.replace(/^laporan.*kept as.*\n/gm, '') }).toEqual({
        code: 0,
        stderr: '',
      });
    },
  );

  it('says that evidence is of another machine, and goes on', async () => {
    const { evidence } = JSON.parse(lab.read('hasil', 'evidence.json')) as {
      evidence: { machine: { host: string } };
    };
    const { createHash } = await import('node:crypto');
    evidence.machine.host = 'lab-07';
    const sha256 = createHash('sha256').update(JSON.stringify(evidence)).digest('hex');
    cpSync(lab.file('hasil'), lab.file('moved'), { recursive: true });
    writeFileSync(
      lab.file('moved', 'evidence.json'),
      JSON.stringify({ format: 1, sha256, evidence }),
    );
    const { code } = await report('elsewhere', complete, '--results', 'moved');
    expect(code).toBe(0);
    expect(lab.read('elsewhere', 'laporan.html')).toContain('made on the machine lab-07');
    const start = await lab.run(['--out', 'moved', '--only', '5']);
    expect(start.stderr).toContain('was made on the machine lab-07');
    expect(start.code).toBe(22);
  });

  describeWith('script', 'on a terminal', () => {
    it('asks for what the title page says', async () => {
      mkdirSync(lab.file('asked'));
      writeFileSync(lab.file('asked', 'jawaban.md'), ANSWERS);
      const program = startOnTerminal(`exec ${shellCommand('lab', ['report', '--out', 'asked'])}`, {
        cwd: lab.path,
        env: { LANG: 'en_US.UTF-8' },
      });
      for (const [question, answer] of [
        ['Name: ', 'Siti'],
        ['Class: ', 'XI'],
        ['School: ', 'SMKN 1'],
        ['Date of the practicum', ''],
      ] as const) {
        await program.until(question, () => program.stdout.includes(question));
        program.process.stdin.write(`${answer}\r`);
      }
      await program.line(/Written: .*laporan.html/);
      program.process.stdin.end();
      expect((await program.toEnd()).code).toBe(0);
      expect(lab.read('asked', 'laporan.yaml')).toContain('nama: "Siti"');
      expect(lab.read('asked', 'laporan.html')).toContain('SMKN 1');
    });

    it('asks for what was left out before', async () => {
      mkdirSync(lab.file('again'));
      writeFileSync(lab.file('again', 'jawaban.md'), ANSWERS);
      writeFileSync(lab.file('again', 'laporan.yaml'), DETAILS.replace(/^kelas.*\n/m, 'kelas:\n'));
      const command = shellCommand('lab', ['report', '--out', 'again']);
      const program = startOnTerminal(`exec ${command}`, {
        cwd: lab.path,
        env: { LANG: 'en_US.UTF-8' },
      });
      await program.until('the question', () => program.stdout.includes('Class: '));
      program.process.stdin.write('XII\r');
      await program.line(/Written: .*laporan.html/);
      program.process.stdin.end();
      expect((await program.toEnd()).code).toBe(0);
      expect(lab.read('again', 'laporan.yaml')).toBe(DETAILS.replace(/^kelas.*$/m, 'kelas: XII'));
    });
  });

  describeWithSmallDisk('on a full disk', 200, (folder) => {
    it('explains that, and keeps what was there', async () => {
      writeFileSync(`${folder}/laporan.yaml`, DETAILS);
      writeFileSync(`${folder}/jawaban.md`, ANSWERS);
      writeFileSync(`${folder}/filler`, Buffer.alloc(150 * 1024));
      const { code, stderr } = await lab.run(['report', '--out', folder]);
      expect(stderr).toContain('the disk is full');
      expect(code).toBe(14);
      expect(existsSync(`${folder}/laporan.docx`)).toBe(false);
    });
  });
});
