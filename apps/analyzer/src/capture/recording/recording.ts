import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { CaptureReader } from '@praktikum/capture';
import type { CodedError } from '@praktikum/protocol';
import { endWithProcess } from '@praktikum/service';
import type { PacketVisitor } from '../file/read-capture.ts';
import { captureArguments, type CaptureTool } from './capture-tool.ts';
import { endGently } from './end-gently.ts';
import { RecordingFile } from './recording-file.ts';
import { killedError, toolError } from './tool-error.ts';

/** What is recorded, with what and to where. */
export interface RecordingOptions {
  readonly tool: CaptureTool;
  readonly device: string;
  /** Of TCP and UDP; undefined: everything is recorded. */
  readonly port: number | undefined;
  readonly file: string;
  /** Whether a file of that name may be replaced. */
  readonly replace: boolean;
  /** Whether it is removed when it has been explained. Default: it stays. */
  readonly isTemporary?: boolean;
  /** Told whenever packets have come. */
  readonly received: (packets: number) => void;
  /** Told what has been lost so far, once a second, where the tool can be asked. */
  readonly dropped?: (packets: number) => void;
  /** Shown every packet; where it returns a promise, the recording waits for that. */
  readonly visit?: PacketVisitor;
}

/** What a recording came to. */
export interface RecordingResult {
  readonly packets: number;
  /** Packets the tool or the system lost; undefined when the tool did not say. */
  readonly dropped: number | undefined;
  /** Why it ended too early. The packets until then are in the file, which is whole. */
  readonly failure?: CodedError | undefined;
}

/**
 * How much of the tool's messages is kept, in characters.
 * @unit characters
 * @against a tool that complains without end
 * @provenBy ./recording.spec.ts: keeps the end of what the tool says
 */
const KEPT_MESSAGES = 16_384;

/** Between two questions to the tool, in milliseconds. */
const ASK_EVERY_MS = 1000;

/**
 * A capture under way. The tool writes into a pipe: its header says that it is ready, its packets are
 * counted on their way to the file.
 */
export class Recording {
  readonly #child: ChildProcess;
  readonly #file: RecordingFile;
  readonly #options: RecordingOptions;
  readonly #reader = new CaptureReader();
  readonly #ended: Promise<RecordingResult>;
  /** Fulfilled with the first bytes of the tool: from then on it captures. */
  readonly #header: Promise<void>;
  #headerCame!: () => void;
  #captures = false;
  #packets = 0;
  #messages = '';
  #stopping = false;

  private constructor(options: RecordingOptions, file: RecordingFile) {
    const { tool, device, port } = options;
    this.#options = options;
    this.#file = file;
    const args = captureArguments(tool, device, port);
    this.#child = spawn(tool.path, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    endWithProcess(this.#child);
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.#messages = (this.#messages + text).slice(-KEPT_MESSAGES);
      const dropped = saidDropped(this.#messages);
      if (dropped !== undefined) options.dropped?.(dropped);
    });
    file.onFailure(() => this.#child.kill()); // nothing can be kept any more
    this.#header = new Promise((resolve) => (this.#headerCame = resolve));
    this.#ended = this.#run();
    // Whoever waits gets the error; nobody need.
    this.#ended.catch(() => undefined);
  }

  /**
   * Starts the tool and waits until it captures. A file that is replaced stays as it was until then.
   * @throws CodedError `ERR_CAPTURE_PERMISSION`, `ERR_CAPTURE_INTERFACE`, `ERR_CAPTURE_FAILED`,
   *   `ERR_OUTPUT_EXISTS`, `ERR_FILE`
   */
  static async start(options: RecordingOptions): Promise<Recording> {
    const file = await RecordingFile.open(options.file, options);
    const recording = new Recording(options, file);
    await Promise.race([recording.#header, recording.#ended]);
    return recording;
  }

  /** Resolves when the tool has ended and its file is whole. */
  get ended(): Promise<RecordingResult> {
    return this.#ended;
  }

  /** Asks the tool to end; it writes what it still has. */
  stop(): Promise<RecordingResult> {
    if (!this.#stopping) endGently(this.#child);
    this.#stopping = true;
    return this.#ended;
  }

  async #run(): Promise<RecordingResult> {
    const { tool, device } = this.#options;
    const closed = once(this.#child, 'close').catch((error: Error) => {
      throw toolError(tool.name, error.message, device); // it could not be started
    }) as Promise<[number | null, NodeJS.Signals | null]>;
    closed.catch(() => undefined);
    try {
      for await (const chunk of this.#child.stdout!) await this.#take(chunk as Buffer);
      const [code, signal] = await closed;
      await this.#file.close();
      return await this.#result(code, signal);
    } catch (error) {
      await this.#file.discard();
      throw error;
    }
  }

  async #result(code: number | null, signal: NodeJS.Signals | null): Promise<RecordingResult> {
    const { tool, device } = this.#options;
    const { failed } = this.#file;
    if (!failed && code === 0) return { packets: this.#packets, dropped: this.#dropped() };
    const packets = this.#captures ? await this.#file.keepWhole() : 0;
    if (!failed && this.#stopping) return { packets, dropped: this.#dropped() };
    const failure = failed
      ? this.#file.failure(packets)
      : signal
        ? killedError(tool.name, signal, this.#file.left(packets))
        : toolError(tool.name, this.#messages, device);
    if (packets === 0) throw failure;
    return { packets, dropped: this.#dropped(), failure };
  }

  async #take(chunk: Buffer): Promise<void> {
    if (!this.#captures) await this.#begin();
    if (this.#file.failed) return;
    const before = this.#packets;
    for (const packet of this.#reader.packets(chunk)) {
      this.#packets = packet.number;
      const pause = this.#options.visit?.(packet);
      if (pause) await pause;
    }
    if (this.#packets > before) this.#options.received(this.#packets);
    await this.#file.write(chunk);
  }

  /** The tool captures: what stood in the file goes. */
  async #begin(): Promise<void> {
    this.#captures = true;
    await this.#file.begin();
    this.#headerCame();
    if (this.#options.dropped && answersSignal(this.#options.tool)) {
      const asking = setInterval(() => this.#child.kill('SIGUSR1'), ASK_EVERY_MS);
      this.#child.once('exit', () => clearInterval(asking));
    }
  }

  /** From the statistics in the file, or from what the tool says at its end. */
  #dropped(): number | undefined {
    const counted = this.#reader.interfaces.flatMap(({ statistics }) => {
      const { dropped, droppedBySystem } = statistics ?? {};
      return [Number(dropped ?? -1n), Number(droppedBySystem ?? -1n)];
    });
    const most = Math.max(-1, ...counted);
    return most >= 0 ? most : saidDropped(this.#messages);
  }
}

/** tcpdump counts aloud on SIGUSR1 (tcpdump(1)); dumpcap and tshark know no question and tell it at the end. */
function answersSignal({ name }: CaptureTool): boolean {
  return name === 'tcpdump' && process.platform !== 'win32';
}

/** The last count of tcpdump: `142 packets captured, 153 packets received by filter, 11 packets dropped by kernel`. */
function saidDropped(messages: string): number | undefined {
  const said = [...messages.matchAll(/(\d+) packets? dropped by kernel/g)].at(-1)?.[1];
  return said === undefined ? undefined : Number(said);
}
