import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { endGently } from './end-gently.ts';

/** A tool that has a last packet to write when its standard input ends, as after Ctrl-C on its console. */
const TOOL = ['-c', 'echo first; read _; echo last'];

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
});
afterEach(() => void jest.useRealTimers());

function startTool() {
  const tool = spawn('sh', TOOL, { stdio: ['pipe', 'pipe', 'ignore'] });
  return { tool, written: text(tool.stdout), closed: once(tool, 'close') };
}

describe('endGently', () => {
  it('interrupts a tool', async () => {
    const { tool, closed } = startTool();
    endGently(tool, 'linux');
    expect(await closed).toEqual([null, 'SIGINT']);
  });

  it('ends a tool that is stopped', async () => {
    const { tool, closed } = startTool();
    tool.kill('SIGSTOP');
    endGently(tool, 'linux');
    jest.runAllTimers();
    const [, signal] = await closed;
    expect(['SIGINT', 'SIGKILL']).toContain(signal); // whichever is taken first
  });

  it('lets it end by itself on Windows, with its last packets', async () => {
    const { tool, written, closed } = startTool();
    endGently(tool, 'win32');
    tool.stdin.end();
    expect(await closed).toEqual([0, null]);
    expect(await written).toBe('first\nlast\n');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('ends it there when it does not', async () => {
    const { tool, closed } = startTool();
    endGently(tool, 'win32');
    jest.runAllTimers();
    expect(await closed).toEqual([null, 'SIGTERM']);
  });
});
