import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from './cases/case.ts';
import { LoadGenerator } from './load/load-generator.ts';
import { createCertificate } from './certificate.ts';
import type { Peer, TlsFiles } from './peers/peer.ts';
import { RunningServer } from './running-server.ts';
import type { LeftOut, Logging, Sample } from './samples.ts';

export interface BenchOptions {
  readonly peers: readonly Peer[];
  readonly cases: readonly Case[];
  readonly logging: readonly Logging[];
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** Threads or processes of every peer that has them. */
  readonly workers: number;
  /** Told of each thing as it happens. */
  readonly progress: (line: string) => void;
}

export interface BenchResult {
  readonly samples: readonly Sample[];
  readonly leftOut: readonly LeftOut[];
}

/** Measures the peers in turn: round by round, so that what the machine does meanwhile meets all. */
export async function runBench(options: BenchOptions): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'praktikum-bench-'));
  try {
    return await new Bench(options, folder).run();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Turn {
  readonly case: Case;
  readonly logging: Logging;
  readonly round: number;
  readonly peer: Peer;
}

class Bench {
  readonly #options: BenchOptions;
  readonly #folder: string;
  readonly #samples: Sample[] = [];
  readonly #leftOut: LeftOut[] = [];
  #tls: TlsFiles | string = 'no case needs it';

  constructor(options: BenchOptions, folder: string) {
    this.#options = options;
    this.#folder = folder;
  }

  async run(): Promise<BenchResult> {
    const { cases } = this.#options;
    const load = await LoadGenerator.build(this.#folder);
    if (cases.some(({ need }) => need.tls)) {
      this.#tls = load.lacksTls ?? (await createCertificate(this.#folder));
    }
    const peers = await this.#preparedPeers();
    for (const each of cases) {
      const able = peers.filter((peer) => this.#takesPart(peer, each));
      for (const turn of this.#turns(each, able)) await this.#measure(turn, load);
    }
    return { samples: this.#samples, leftOut: this.#leftOut };
  }

  async #preparedPeers(): Promise<Peer[]> {
    const prepared: Peer[] = [];
    for (const peer of this.#options.peers) {
      const why = await peer.prepare(this.#folder);
      if (why === undefined) prepared.push(peer);
      else this.#leaveOut({ peer: peer.name, why });
    }
    return prepared;
  }

  #takesPart(peer: Peer, { name, need, peers }: Case): boolean {
    if (peers !== undefined && !peers.includes(peer.name)) return false;
    const noTls = need.tls && typeof this.#tls === 'string' ? this.#tls : undefined;
    const why = peer.lacks(need) ?? noTls;
    if (why !== undefined) this.#leaveOut({ peer: peer.name, case: name, why });
    return why === undefined;
  }

  *#turns(each: Case, peers: readonly Peer[]): Generator<Turn> {
    const rounds = each.once ? 1 : this.#options.rounds;
    for (const logging of this.#options.logging) {
      for (let round = 1; round <= rounds; round++) {
        for (const peer of peers) yield { case: each, logging, round, peer };
      }
    }
  }

  async #measure(turn: Turn, load: LoadGenerator): Promise<void> {
    const { peer, logging, round } = turn;
    const name = `${turn.case.name}, logging ${logging}, round ${round}, ${peer.name}`;
    try {
      const figures = await this.#figuresOf(turn, load);
      this.#samples.push({ peer: peer.name, case: turn.case.name, logging, round, figures });
      const main = figures[turn.case.main];
      this.#options.progress(`${name}: ${turn.case.main} ${main?.toPrecision(4)}`);
    } catch (error) {
      // The others are still worth measuring.
      const why = error instanceof Error ? error.message : String(error);
      this.#leaveOut({ peer: peer.name, case: turn.case.name, logging, why });
    }
  }

  async #figuresOf({ case: each, logging, peer }: Turn, load: LoadGenerator) {
    const { workers, seconds, warmUpSeconds } = this.#options;
    const { mode, tls } = each.need;
    const files = tls && typeof this.#tls !== 'string' ? { tls: this.#tls } : {};
    const start = { workers, mode, log: logging === 'on', ...files };
    const server = await RunningServer.start(peer, start, this.#folder);
    try {
      return await each.measure({ server, load, seconds, warmUpSeconds });
    } finally {
      await server.stop();
    }
  }

  #leaveOut(leftOut: LeftOut): void {
    this.#leftOut.push(leftOut);
    const where = leftOut.case === undefined ? '' : ` in ${leftOut.case}`;
    this.#options.progress(`left out: ${leftOut.peer}${where}: ${leftOut.why}`);
  }
}
