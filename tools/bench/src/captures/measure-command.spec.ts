import { describe, expect, it } from '@jest/globals';
import { measureCommand } from './measure-command.ts';

const node = (script: string) => measureCommand([process.execPath, '-e', script]);

describe('measureCommand', () => {
  it('counts the CPU that a command used, and the most memory it held', async () => {
    const script = `
      const held = Buffer.alloc(150e6, 1);
      const end = process.cpuUsage().user + 300e3;
      while (process.cpuUsage().user < end);
      process.exitCode = held.length === 150e6 ? 0 : 1;`;
    const { cpu, wall, memory } = await node(script);
    expect(cpu).toBeGreaterThanOrEqual(0.3);
    expect(wall).toBeGreaterThan(0);
    expect(memory).toBeGreaterThan(150);
  });

  it('does not take waiting for work', async () => {
    const { cpu, wall } = await node(
      'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)',
    );
    expect(wall).toBeGreaterThanOrEqual(1);
    expect(cpu).toBeLessThan(wall);
  });

  it('does not measure what fails', async () => {
    await expect(node('process.exitCode = 3')).rejects.toThrow('ended with 3');
  });
});
