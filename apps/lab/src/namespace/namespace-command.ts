import type { Command } from 'commander';
import { createCommand, runInterruptible, type Language } from '@praktikum/service';
import { Workbench } from '../runs/workbench.ts';
import type { Texts } from '../texts.ts';
import { NAMESPACE_COMMAND } from './lossy-namespace.ts';
import { transferWithLoss } from './transfer-with-loss.ts';

/** What the lab does inside a network namespace, in the folder that it is started in. Nobody types it. */
export function namespaceCommand(language: Language, texts: Texts): Command {
  return createCommand(NAMESPACE_COMMAND, texts).action(() =>
    runInterruptible(async (signal) => {
      const folder = process.cwd();
      const bench = new Workbench({ folder, language, signal, progressed: () => undefined });
      await transferWithLoss(bench).finally(() => bench.clear());
    }),
  );
}
