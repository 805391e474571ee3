import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { decodeLlc } from './llc.ts';

/** Frame control and two addresses. */
const HEADER_BYTES = 13;
const ASYNCHRONOUS_LLC = 0x50;

/** FDDI (LINKTYPE_FDDI; ISO 9314-2): only asynchronous LLC frames carry IP (RFC 1390). */
export function decodeFddi(frame: Frame, at: number, layers: Layers): void {
  frame.addLayer('fddi');
  if (!frame.has(at, HEADER_BYTES, 'FDDI header cut short')) return;
  const control = frame.bytes[at]!;
  if ((control & 0xf0) === ASYNCHRONOUS_LLC) decodeLlc(frame, at + HEADER_BYTES, layers);
  else frame.stopAt('FDDI frame control', control);
}
