import { describe, expect, it } from '@jest/globals';
import { Frame } from '../frame/frame.ts';
import { EndpointTable } from './endpoint-table.ts';

function frameOf(source: number, sourcePort: number, destination: number, destinationPort: number) {
  const frame = new Frame();
  frame.ipVersion = 4;
  frame.addresses[3] = source;
  frame.addresses[7] = destination;
  frame.sourcePort = sourcePort;
  frame.destinationPort = destinationPort;
  return frame;
}

describe('EndpointTable', () => {
  it('gives both directions one number, and says which is which', () => {
    const table = new EndpointTable();
    expect(table.find(frameOf(2, 80, 1, 5000))).toBe(-1);
    table.add();
    expect(table.swapped).toBe(true);
    expect(table.find(frameOf(1, 5000, 2, 80))).toBe(0);
    expect(table.swapped).toBe(false);
  });

  it("tells one machine's two ends apart by their ports", () => {
    const table = new EndpointTable();
    table.find(frameOf(1, 7, 1, 9));
    table.add();
    expect([table.find(frameOf(1, 9, 1, 7)), table.swapped]).toEqual([0, true]);
  });

  it('tells IPv4 from IPv6 addresses that end alike', () => {
    const table = new EndpointTable();
    table.find(frameOf(1, 7, 1, 9));
    table.add();
    const other = frameOf(1, 7, 1, 9);
    other.ipVersion = 6;
    expect(table.find(other)).toBe(-1);
  });

  it('keeps its numbers while it grows', () => {
    const table = new EndpointTable();
    for (let port = 1; port <= 5000; port += 1) {
      expect(table.find(frameOf(1, port, 2, 80))).toBe(-1);
      table.add();
    }
    for (let port = 1; port <= 5000; port += 1) {
      expect(table.find(frameOf(2, 80, 1, port))).toBe(port - 1);
    }
    expect(table.size).toBe(5000);
  });
});
