import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '@praktikum/protocol';
import { measureLoad } from '../cases/measure-load.ts';
import { createCertificate } from '../certificate.ts';
import { LoadGenerator } from '../load/load-generator.ts';
import type { Peer, TlsFiles } from '../peers/peer.ts';
import { RunningServer } from '../running-server.ts';
import { ONE_THREAD, WORKERS, type Curve, type Point } from './curve.ts';

/** One measurement. */
export interface ThreadSample {
  readonly curve: string;
  readonly point: string;
  /** 0: one Node thread without a pool. */
  readonly workers: number;
  readonly round: number;
  /** Messages, or handshakes, a second. */
  readonly throughput: number;
  /** Server CPU for each of them, all threads together. */
  readonly cpuMicros: number;
  /** Percent of the CPU of load generator and server together that the generator took. */
  readonly loadShare: number;
  /** CPU of everything else on the machine. */
  readonly otherCores: number;
}

export interface CurveOptions {
  readonly curves: readonly Curve[];
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly progress: (line: string) => void;
}

/** Measures all servers of a point in turn, round by round, each started afresh. */
export async function measureCurves(options: CurveOptions): Promise<ThreadSample[]> {
  const folder = await mkdtemp(join(tmpdir(), 'praktikum-threads-'));
  try {
    const load = await LoadGenerator.build(folder);
    const tls = await certificateFor(options.curves, load, folder);
    for (const peer of new Set([ONE_THREAD, ...options.curves.map(({ pool }) => pool)])) {
      const why = await peer.prepare(folder);
      if (why !== undefined) throw new Error(`${peer.name}: ${why}`);
    }
    const samples: ThreadSample[] = [];
    for (const turn of turns(options)) {
      samples.push(await measure(turn, { ...options, folder, load, tls }));
    }
    return samples;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Nothing where no curve needs TLS.
 * @throws CodedError `ERR_BENCH_TLS` before anything is measured: a page without some of its rows
 *   would take the place of a whole one
 */
async function certificateFor(
  curves: readonly Curve[],
  load: LoadGenerator,
  folder: string,
): Promise<TlsFiles | undefined> {
  if (!curves.some(({ points }) => points.some(({ need }) => need.tls))) return undefined;
  const tls = load.lacksTls ?? (await createCertificate(folder));
  if (typeof tls !== 'string') return tls;
  throw new CodedError('ERR_BENCH_TLS', tls, { details: { reason: tls } });
}

interface Turn {
  readonly curve: Curve;
  readonly point: Point;
  readonly round: number;
  readonly peer: Peer;
  readonly workers: number;
}

function* turns({ curves, rounds }: CurveOptions): Generator<Turn> {
  for (const curve of curves) {
    for (const point of curve.points) {
      for (let round = 1; round <= rounds; round++) {
        yield { curve, point, round, peer: ONE_THREAD, workers: 0 };
        for (const workers of WORKERS) yield { curve, point, round, peer: curve.pool, workers };
      }
    }
  }
}

interface Means extends CurveOptions {
  readonly folder: string;
  readonly load: LoadGenerator;
  readonly tls: TlsFiles | undefined;
}

async function measure(
  { curve, point, round, peer, workers }: Turn,
  { folder, load, tls, seconds, warmUpSeconds, progress }: Means,
): Promise<ThreadSample> {
  const { mode, tls: secure } = point.need;
  const files = secure && tls !== undefined ? { tls } : {};
  const start = { workers: Math.max(1, workers), mode, log: false, ...files };
  const server = await RunningServer.start(peer, start, folder);
  try {
    const measuring = { server, load, seconds, warmUpSeconds };
    await measureLoad(measuring, { ...point.load, tls: secure, seconds: warmUpSeconds });
    const { figures } = await measureLoad(measuring, { ...point.load, tls: secure, seconds });
    const { throughput = 0, cpuMicros = 0, loadShare = 0, otherCores = 0 } = figures;
    progress(`${curve.name}, ${point.name}, round ${round}, ${workers} workers: ${throughput}`);
    const where = { curve: curve.name, point: point.name, workers, round };
    return { ...where, throughput, cpuMicros, loadShare, otherCores };
  } finally {
    await server.stop();
  }
}
