import { PassThrough } from 'node:stream';
import { expect, it } from '@jest/globals';
import { MAX_TRANSCRIPT_BYTES, Transcript } from './transcript.ts';

it('keeps both outputs in the order in which they came', () => {
  const transcript = new Transcript();
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  transcript.listenTo(stdout);
  transcript.listenTo(stderr);
  stdout.emit('data', Buffer.from('Mengirim: a\n'));
  stderr.emit('data', Buffer.from('Error: b\n'));
  stdout.emit('data', Buffer.from('Menutup koneksi\n'));
  expect(transcript.text).toBe('Mengirim: a\nError: b\nMenutup koneksi\n');
});

it('keeps a character whose bytes come apart', () => {
  const transcript = new Transcript();
  const stream = new PassThrough();
  transcript.listenTo(stream);
  for (const byte of Buffer.from('é漢')) stream.emit('data', Buffer.from([byte]));
  expect(transcript.text).toBe('é漢');
});

it('keeps the head of what is printed without end', () => {
  const transcript = new Transcript();
  const stream = new PassThrough();
  transcript.listenTo(stream);
  stream.emit('data', Buffer.alloc(MAX_TRANSCRIPT_BYTES - 1, 'a'));
  stream.emit('data', Buffer.from('bcd'));
  stream.emit('data', Buffer.from('e'));
  expect(transcript.text).toHaveLength(MAX_TRANSCRIPT_BYTES);
  expect(transcript.text.endsWith('ab')).toBe(true);
});
