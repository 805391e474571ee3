import { availableParallelism, cpus, release, totalmem } from 'node:os';
import { NGIRCD } from '../peers/ngircd.ts';
import { askTool } from '../run-tool.ts';

/** Where a run took place, and with which versions. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  /** By tool; a tool that is missing is not there. */
  readonly versions: Readonly<Record<string, string>>;
}

export async function describeMachine(): Promise<Machine> {
  const asked = {
    python: await askTool('python3', '--version'),
    cc: await askTool('cc', '--version'),
    go: await askTool('go', 'version'),
    openssl: await askTool('openssl', 'version'),
    ngircd: await askTool(NGIRCD, '--version'),
  };
  const present = Object.entries(asked).filter(([, version]) => version !== undefined);
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    system: `${process.platform} ${release()}`,
    versions: { node: process.version, ...Object.fromEntries(present) },
  };
}
