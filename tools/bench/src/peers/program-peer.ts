import { join } from 'node:path';
import { runTool } from '../run-tool.ts';
import type { Command, Need, Peer, PeerMode, PeerStart } from './peer.ts';

const PROGRAMS = join(import.meta.dirname, '..', '..', 'programs');

/** A peer whose program lies in `programs/` and takes `PORT WORKERS MODE LOG [CERT KEY]`. */
export interface ProgramPeer {
  readonly name: string;
  readonly what: string;
  /** File in `programs/`. */
  readonly program: string;
  readonly modes: readonly PeerMode[];
  readonly tls: boolean;
  /** What runs the file; without it the file is built. */
  readonly interpreter?: { readonly file: string; readonly check?: readonly string[] };
  /** The command that builds the program into the file it is given. */
  readonly build?: (source: string, into: string) => readonly [string, ...string[]];
}

export function programPeer(peer: ProgramPeer): Peer {
  const source = join(PROGRAMS, peer.program);
  let command: Command = { file: peer.interpreter?.file ?? '', args: [source] };
  return {
    name: peer.name,
    what: peer.what,
    async prepare(folder) {
      if (peer.build !== undefined) {
        const built = join(folder, peer.name);
        command = { file: built, args: [] };
        return runTool(...peer.build(source, built));
      }
      const { file = '', check } = peer.interpreter ?? {};
      return check === undefined ? undefined : runTool(file, ...check);
    },
    lacks: (need) => lacks(peer, need),
    command: (start) => ({
      file: command.file,
      args: [...command.args, ...programArguments(start)],
    }),
  };
}

function lacks({ modes, tls }: ProgramPeer, need: Need): string | undefined {
  if (need.tls && !tls) return 'it speaks no TLS';
  return modes.includes(need.mode) ? undefined : `it has no ${need.mode} mode`;
}

function programArguments({ port, workers, mode, log, tls }: PeerStart): readonly string[] {
  const files = tls === undefined ? [] : [tls.cert, tls.key];
  return [String(port), String(workers), mode, log ? 'on' : 'off', ...files];
}
