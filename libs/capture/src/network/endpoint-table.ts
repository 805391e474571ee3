import type { Frame } from '../frame/frame.ts';
import { addressText } from './address.ts';
import type { Endpoint } from './endpoint.ts';

const KEY_WORDS = 10;
const FIRST_SLOTS = 1024;

/**
 * Numbers the pairs of endpoints (address and port, either direction) that are seen, from 0. Keys are
 * words in one typed array: no text and no object is made to look a packet up.
 */
export class EndpointTable {
  /** Whether the frame last looked up goes from the larger endpoint to the smaller one. */
  swapped = false;

  #slots = new Int32Array(FIRST_SLOTS).fill(-1);
  #keys = new Uint32Array(FIRST_SLOTS * KEY_WORDS);
  #size = 0;
  readonly #key = new Uint32Array(KEY_WORDS);

  get size(): number {
    return this.#size;
  }

  /** The number of the frame's pair, or -1 when it is new. */
  find(frame: Frame): number {
    this.#setKey(frame);
    return this.#slots[this.#slotOf(this.#key, 0)]!;
  }

  /** Numbers the pair that {@link find} did not know. */
  add(): number {
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    const entry = this.#size;
    this.#keys.set(this.#key, entry * KEY_WORDS);
    this.#slots[this.#slotOf(this.#key, 0)] = entry;
    this.#size += 1;
    return entry;
  }

  /** IP version of a numbered pair. */
  ipVersion(entry: number): number {
    return this.#keys[entry * KEY_WORDS + 9]!;
  }

  /** One end of a numbered pair: 0 is the smaller one. */
  endpoint(entry: number, end: 0 | 1): Endpoint {
    const at = entry * KEY_WORDS;
    const ports = this.#keys[at + 8]!;
    return {
      address: addressText(this.#keys, at + end * 4, this.ipVersion(entry)),
      port: end === 0 ? ports >>> 16 : ports & 0xffff,
    };
  }

  #setKey(frame: Frame): void {
    const { addresses, sourcePort, destinationPort } = frame;
    const key = this.#key;
    this.swapped = isSwapped(addresses, sourcePort, destinationPort);
    const from = this.swapped ? 4 : 0;
    for (let word = 0; word < 4; word += 1) {
      key[word] = addresses[from + word]!;
      key[4 + word] = addresses[4 - from + word]!;
    }
    key[8] = this.swapped
      ? (destinationPort << 16) | sourcePort
      : (sourcePort << 16) | destinationPort;
    key[9] = frame.ipVersion;
  }

  /** The slot that holds the key, or the empty one where it belongs. */
  #slotOf(words: Uint32Array, offset: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(words, offset) & mask;
    while (this.#slots[slot]! >= 0 && !this.#equals(this.#slots[slot]!, words, offset)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #equals(entry: number, words: Uint32Array, offset: number): boolean {
    const keys = this.#keys;
    const at = entry * KEY_WORDS;
    for (let word = 0; word < KEY_WORDS; word += 1) {
      if (keys[at + word] !== words[offset + word]) return false;
    }
    return true;
  }

  #grow(): void {
    const keys = new Uint32Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let entry = 0; entry < this.#size; entry += 1) {
      this.#slots[this.#slotOf(keys, entry * KEY_WORDS)] = entry;
    }
  }
}

function isSwapped(addresses: Uint32Array, sourcePort: number, destinationPort: number): boolean {
  for (let word = 0; word < 4; word += 1) {
    if (addresses[word] !== addresses[4 + word]) return addresses[word]! > addresses[4 + word]!;
  }
  return sourcePort > destinationPort;
}

function hash(words: Uint32Array, offset: number): number {
  let value = 0x9e3779b9;
  for (let word = 0; word < KEY_WORDS; word += 1) {
    value = Math.imul(value ^ words[offset + word]!, 0x85ebca6b);
    value ^= value >>> 15;
  }
  return value;
}
