import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { houseMap } from './house-map.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'house-'));
  for (const floor of ['apps', 'libs', 'tools']) mkdirSync(join(root, floor));
});
afterEach(() => rmSync(root, { recursive: true }));

function room(path: string, file: string, content: string): void {
  mkdirSync(join(root, path), { recursive: true });
  writeFileSync(join(root, path, file), content);
}

it('has every room, by its package or by its README', () => {
  room('apps/chat', 'package.json', '{ "description": "lets people talk" }');
  room('tools/glue', 'README.md', '# Glue\n\nHolds\nthings together.\n\nMore.\n');
  mkdirSync(join(root, 'libs/gone/dist'), { recursive: true });
  const lines = houseMap(root).split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}chat\/ +lets people talk$/));
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}glue\/ +Holds things together$/));
  expect(lines.join()).not.toContain('gone');
});

it('refuses a room that says nothing of itself', () => {
  room('libs/mute', 'package.json', '{}');
  expect(() => houseMap(root)).toThrow('libs/mute has no description');
});
