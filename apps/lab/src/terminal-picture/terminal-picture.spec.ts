import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { terminalPicture, type TerminalPictureOptions } from './terminal-picture.ts';

const ESC = '\u001b';
const require = createRequire(import.meta.url);
const FONTS = [
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'),
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf'),
];

type Options = Partial<TerminalPictureOptions>;

function picture(output: string | Uint8Array, options: Options = {}) {
  const command = 'node praktikum client';
  return terminalPicture({ command, output: [Buffer.from(output)], language: 'id', ...options });
}

/** The rows below the prompt. */
async function rows(output: string | Uint8Array, options?: Options): Promise<string[]> {
  const { text } = await picture(output, options);
  return text.split('\n').slice(1);
}

/** Elements of one kind: their attributes, as they stand there, and what is in them. */
async function elements(tag: string, output: string, options?: Options) {
  const { svg } = await picture(output, options);
  return [...svg.matchAll(new RegExp(`<${tag}( [^>]*)>([^<]*)</${tag}>`, 'g'))].map(
    ([, attributes = '', text = '']) => ({ attributes, text }),
  );
}

async function element(tag: string, output: string, text: string) {
  const found = (await elements(tag, output)).find((each) => each.text === text);
  return found?.attributes;
}

/** Drawn with DejaVu alone: `#rrggbb` of a pixel. */
async function drawn(output: string, options?: Options) {
  const { Resvg } = await import('@resvg/resvg-js');
  const { svg } = await picture(output, options);
  const font = { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'DejaVu Sans Mono' };
  const { pixels, width, height } = new Resvg(svg, { font }).render();
  const color = (x: number, y: number) => {
    const at = 4 * (y * width + x);
    return `#${pixels.subarray(at, at + 3).toString('hex')}`;
  };
  return { color, width, height };
}

describe('terminalPicture', () => {
  it('shows the command at a prompt, and what it printed', async () => {
    const { text, svg } = await picture('Halo\nDunia\n');
    expect(text).toBe('$ node praktikum client\nHalo\nDunia');
    expect(svg).toMatch(/font-weight="bold">node</);
    expect(svg).toMatch(/>Halo</);
  });

  it('says what stands in its bar', async () => {
    expect(await element('text', '', 'Terminal 1')).toBeUndefined();
    const { svg } = await picture('', { title: 'Terminal 1 & <2>' });
    expect(svg).toContain('>Terminal 1 &amp; &lt;2&gt;<');
  });

  it.each([
    ['nothing', '', []],
    ['no newline at the end', 'a\nb', ['a', 'b']],
    ['tabs', 'a\tb\n', ['a       b']],
    ['a progress bar', '10%\r20%\r100%\n', ['100%']],
    ['what is erased', `lama sekali\r${ESC}[Kbaru\n`, ['baru']],
    ['a cursor that moves', `satu\ndua\n${ESC}[2A${ESC}[5CA\n\n`, ['satu A', 'dua']],
    ['a title of the window', `${ESC}]0;rahasia\u0007a\n`, ['a']],
    ['a link', `${ESC}]8;;http://x/\u0007teks${ESC}]8;;\u0007\n`, ['teks']],
    ['the alternate screen', `a\n${ESC}[?1049hX${ESC}[?1049lb\n`, ['a', 'b']],
    ['hidden text', `a${ESC}[8mrahasia${ESC}[0mb\n`, ['a       b']],
    ['wide characters', '漢字|\n', ['漢字|']],
    ['joined characters', 'e\u0301|\n', ['é|']],
    ['text from right to left', 'שלום\n', ['שלום']],
    ['what turns text around', 'a\u202eb\n', ['ab']],
    ['controls', 'a\u0007\u0001b\u009cc\n', ['abc']],
  ])('obeys %s', async (_, output, expected) => {
    expect(await rows(output)).toEqual(expected);
  });

  it('marks what is no UTF-8', async () => {
    expect(await rows(Buffer.from([0x61, 0xff, 0xfe, 0x62]))).toEqual(['a\ufffd\ufffdb']);
  });

  it('wraps as a terminal does, wide characters too', async () => {
    const wrapped = await rows('x'.repeat(500));
    expect(wrapped).toEqual(Array.from({ length: 5 }, () => 'x'.repeat(100)));
    expect(await rows('漢字漢', { columns: 25, command: 'a' })).toEqual(['漢字漢']);
    expect(await rows(`${'x'.repeat(19)}漢`, { columns: 20, command: 'a' })).toEqual([
      'x'.repeat(19),
      '漢',
    ]);
  });

  it.each(['S', 'T', 'L', 'M', 'b', 'I', 'Z'])('is not kept busy by %s', async (final) => {
    expect(await rows(`a${ESC}[2147483647${final}b\n`)).toEqual(['ab']);
  });

  it('is valid XML whatever it is written', async () => {
    const all = Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code)).join('');
    const { svg, text } = await picture(`${all}\ufffe\uffff & < > " '`, {
      command: 'a\ud800b\u0000',
      title: 'c\u0000\ud800\ufffe',
    });
    for (const part of [svg, text]) {
      expect(part).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/u);
      expect(part.isWellFormed()).toBe(true);
    }
    expect(svg.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
  });

  it('needs nothing of a viewer but plain attributes', async () => {
    const { svg } = await picture(`${ESC}[1;3;4;9;31mteks${ESC}[7m ░┌─┐`, { title: 'a' });
    expect(svg).not.toMatch(/ (style|class|text-decoration)=|url\(/);
    expect(new Set([...svg.matchAll(/<([a-z]+)/gi)].map(([, tag]) => tag))).toEqual(
      new Set(['svg', 'rect', 'g', 'text']),
    );
  });
});

describe('a long output', () => {
  const numbers = Array.from({ length: 200 }, (_, at) => `${at + 1}\n`).join('');

  it('keeps its beginning and its end, and says what is left out', async () => {
    const { text } = await picture(numbers, { maxRows: 10 });
    const shown = ['$ node praktikum client', '1', '2', '3', '4', '5'];
    const note = '… 192 baris tidak ditampilkan …';
    expect(text.split('\n')).toEqual([...shown, note, '198', '199', '200']);
    expect((await picture(numbers, { maxRows: 10, language: 'en' })).text).toContain(
      '… 192 rows not shown …',
    );
  });

  it('is whole where there is room', async () => {
    expect(await rows(numbers, { maxRows: 201 })).toHaveLength(200);
  });

  it('counts the bytes that were not taken', async () => {
    const { text } = await picture('0123456789abcde\n'.repeat(100_000));
    expect(text.split('\n')).toHaveLength(60);
    expect(text).toContain('baris dan 1.536.000 byte tidak ditampilkan');
  });
});

describe('looks', () => {
  it.each([
    ['bold', '1', /font-weight="bold"/],
    ['italic', '3', /font-style="italic"/],
    ['one of 16 colours', '31', /fill="#b42318"/],
    ['a bright one', '94', /fill="#1565c0"/],
    ['one of 256 colours', '38;5;21', /fill="#0000ff"/],
    ['a colour of its own', '38;2;120;0;60', /fill="#78003c"/],
    ['dim', '2', /fill="#5f6870"/],
    ['inverse', '7', /fill="#ffffff"/],
  ])('shows %s', async (_, sgr, look) => {
    expect(await element('text', `a ${ESC}[${sgr}mteks${ESC}[0m b`, 'teks')).toMatch(look);
  });

  it('darkens what could not be read on paper', async () => {
    const yellow = await element('text', `${ESC}[38;2;255;255;0mteks`, 'teks');
    expect(yellow).not.toContain('#ffff00');
  });

  it.each([
    ['underline', '4', 14],
    ['strikethrough', '9', 8],
    ['a ground', '44', 2],
  ])('draws %s through letters and the space between them', async (_, sgr, y) => {
    const { color } = await drawn(`${ESC}[${sgr}ma b${ESC}[0m c`);
    const row = Array.from({ length: 6 }, (_, column) => color(12 + 8 * column, 28 + y));
    expect(row.slice(0, 3).every((each) => each !== '#ffffff')).toBe(true);
    expect(row[3]).toBe('#ffffff');
  });
});

describe('columns', () => {
  const places = async (output: string) =>
    (await elements('text', output))
      .slice(-1)
      .map(({ attributes }) => /x="([^"]*)"/.exec(attributes)?.[1]);

  it('gives each letter its place', async () => {
    expect(await places('abc')).toEqual(['4 12 20']);
  });

  it.each(['漢', '😀', 'ｆ'])('gives %s two of them', async (wide) => {
    expect(await places(`${wide}|`)).toEqual(['20']);
    expect(await element('text', `${wide}|`, wide)).toContain('x="8"');
  });

  it('keeps to them when drawn with DejaVu', async () => {
    const { color } = await drawn('MM  M\n');
    const inked = (column: number) => {
      const pixels = Array.from({ length: 8 * 16 }, (_, at) =>
        color(12 + 8 * column + (at % 8), 12 + 16 + Math.floor(at / 8)),
      );
      return pixels.some((each) => each !== '#ffffff');
    };
    expect([0, 1, 2, 3, 4, 5].map(inked)).toEqual([true, true, false, false, true, false]);
  });
});

describe('lines and blocks', () => {
  it('join, across and down', async () => {
    const { color } = await drawn('┌──┐\n│  │\n└──┘\n');
    const [top, left] = [12 + 16, 12];
    for (let x = left + 3; x < left + 3 * 8 + 4; x++) expect(color(x, top + 7)).toBe('#1b2733');
    for (let y = top + 7; y < top + 2 * 16 + 8; y++) expect(color(left + 3, y)).toBe('#1b2733');
  });

  it('are one element each', async () => {
    const lines = await elements('rect', `${'─'.repeat(50)}\n`);
    expect(lines.filter(({ attributes }) => attributes.includes('fill="#1b2733"'))).toHaveLength(1);
  });

  it('lie above the grounds of other rows', async () => {
    const { color } = await drawn(`│\n${ESC}[48;5;15m│${ESC}[0m\n`);
    expect(color(12 + 3, 12 + 2 * 16 + 4)).toBe('#1b2733');
  });

  it.each([...'═║╔╗╚╝╠╣╦╩╬━┃┏┓┗┛╋╭╮╰╯░▒▓▀▄█▌▐▏▔▕▖▗▘▙▚▛▜▝▞▟⠁⣿'])(
    'draws %s without a font',
    async (character) => {
      expect(await element('text', character, character)).toBeUndefined();
      const boxes = await elements('rect', character);
      expect(boxes.some(({ attributes }) => attributes.includes('fill="#1b2733"'))).toBe(true);
    },
  );
});
