/**
 * The mode letters of a server by what they take, as its 005 says: `CHANMODES=beI,k,l,imnst` has types
 * A to D, and `PREFIX=(ohv)@%+` the modes of members.
 */
export interface ModeKinds {
  /** Type A: an entry of a list; without a parameter it asks for the list. */
  readonly list: string;
  /** Type B: a parameter when set and when unset. */
  readonly always: string;
  /** Type C: a parameter only when set. */
  readonly whenSet: string;
  /** Type D: never a parameter. */
  readonly never: string;
  /** The ranks of members, whose parameter is a nickname. */
  readonly prefix: string;
}

/** One letter of a MODE message: `+o ani` is `{ adding: true, mode: 'o', param: 'ani' }`. */
export interface ModeChange {
  readonly adding: boolean;
  readonly mode: string;
  readonly param?: string;
}

interface ModeChangesRead {
  /** In the order of the message. */
  readonly changes: ModeChange[];
  /** Letters of no kind, each once, however often a peer repeats it. */
  readonly unknown: string[];
  /** Changes whose parameter was needed and is not there. */
  readonly missing: ModeChange[];
}

/**
 * Reads `+o-v` with `ani`, `budi`. Before the first sign modes are set. Parameters that no mode takes
 * are ignored.
 * Source: Modern IRC, MODE message.
 */
export function parseModeChanges(
  modes: string,
  params: readonly string[],
  kinds: ModeKinds,
): ModeChangesRead {
  const changes: ModeChange[] = [];
  const unknown = new Set<string>();
  const missing: ModeChange[] = [];
  let adding = true;
  let next = 0;
  for (const mode of modes) {
    if (mode === '+' || mode === '-') {
      adding = mode === '+';
      continue;
    }
    const takes = paramOf(mode, adding, kinds);
    if (takes === undefined) {
      unknown.add(mode);
      continue;
    }
    const param = takes === 'none' ? undefined : params[next];
    if (param !== undefined) {
      next += 1;
      changes.push({ adding, mode, param });
    } else {
      (takes === 'needed' ? missing : changes).push({ adding, mode });
    }
  }
  return { changes, unknown: [...unknown], missing };
}

/** What a mode takes; undefined: it is of no kind. */
function paramOf(
  mode: string,
  adding: boolean,
  kinds: ModeKinds,
): 'needed' | 'optional' | 'none' | undefined {
  if (kinds.never.includes(mode)) return 'none';
  if (kinds.prefix.includes(mode) || kinds.always.includes(mode)) return 'needed';
  if (kinds.list.includes(mode)) return 'optional';
  if (kinds.whenSet.includes(mode)) return adding ? 'needed' : 'none';
  return undefined;
}

/**
 * The parameters of a MODE message behind its target: first the letters, with a sign where it changes,
 * then what they take: `['+o-v', 'ani', 'budi']`. No changes give no parameters.
 */
export function formatModeChanges(changes: readonly ModeChange[]): string[] {
  let letters = '';
  let adding: boolean | undefined;
  const params: string[] = [];
  for (const change of changes) {
    if (change.adding !== adding) letters += change.adding ? '+' : '-';
    letters += change.mode;
    adding = change.adding;
    if (change.param !== undefined) params.push(change.param);
  }
  return letters === '' ? [] : [letters, ...params];
}
