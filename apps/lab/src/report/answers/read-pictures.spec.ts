import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { svgPng } from '@praktikum/document';
import { readPictures } from './read-pictures.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><path d="M0 0h4v3z"/></svg>';
const MIB = 1024 * 1024;
const { signal } = new AbortController();

describe('pictures of answers', () => {
  const outside = mkdtempSync(join(tmpdir(), 'pictures-'));
  const folder = join(outside, 'laporan');
  beforeAll(async () => {
    const png = await svgPng(SVG);
    mkdirSync(join(folder, 'gambar'), { recursive: true });
    for (const name of ['foto saya.png', '100%.png', 'gambar/dalam.png', '../luar.png']) {
      writeFileSync(join(folder, name), png);
    }
    for (let number = 1; number <= 45; number++) writeFileSync(join(folder, `${number}.png`), png);
    writeFileSync(join(folder, 'besar.png'), png);
    truncateSync(join(folder, 'besar.png'), 33 * MIB);
    writeFileSync(join(folder, 'teks.png'), 'bukan gambar');
  });
  afterAll(() => rmSync(outside, { recursive: true }));

  it.each([
    ['foto saya.png'],
    ['foto%20saya.png'],
    ['100%.png'],
    ['./gambar/dalam.png'],
    ['gambar\\dalam.png'],
  ])('are read from the folder of the report: %s', async (name) => {
    expect([...(await readPictures(folder, [name, name], signal)).keys()]).toEqual([name]);
  });

  it.each([
    ['that is gone', 'tidak-ada.png'],
    ['of 33 MiB', 'besar.png'],
    ['that is a text', 'teks.png'],
    ['that is a folder', 'gambar'],
    ['from elsewhere', '../luar.png'],
    ['from elsewhere by its whole path', join(outside, 'luar.png')],
    ['of an address', 'http://127.0.0.1/luar.png'],
    ['without a name', ''],
    ['whose name no file can have', 'a\0b.png'],
  ])('reads no picture %s', async (_, name) => {
    expect((await readPictures(folder, [name], signal)).size).toBe(0);
  });

  it('reads forty pictures, and no more', async () => {
    const names = Array.from({ length: 45 }, (_, at) => `${at + 1}.png`);
    expect([...(await readPictures(folder, names, signal)).keys()]).toEqual(names.slice(0, 40));
    const lost = Array.from({ length: 40 }, (_, at) => `tidak-ada-${at}.png`);
    expect((await readPictures(folder, [...lost, '1.png'], signal)).size).toBe(0);
  });

  it('are not read any more once the report is interrupted', async () => {
    const interrupted = readPictures(folder, ['1.png'], AbortSignal.abort());
    await expect(interrupted).rejects.toMatchObject({ name: 'AbortError' });
  });
});
