import type { SwarmProgress } from './run-swarm.ts';
import type { SwarmTexts } from './texts.ts';

export interface ProgressBar {
  update(progress: SwarmProgress): void;
  /** Takes the bar away again. */
  stop(): void;
}

/** A live bar on stderr; none where nobody watches. */
export async function startProgressBar(clients: number, texts: SwarmTexts): Promise<ProgressBar> {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar(
    {
      format: texts.progress,
      stream: process.stderr,
      barsize: 30,
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false, // signals are the program's own
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(clients, 0, { served: 0, failed: 0 });
  return {
    update: ({ served, finished, failed }) => bar.update(finished + failed, { served, failed }),
    stop: () => bar.stop(),
  };
}
