import type { Command } from 'commander';
import { requireComplete } from '../../capture/file/require-complete.ts';
import { fileCommand, requireFile } from '../file-command.ts';
import { readFilter } from '../read-filter.ts';
import { TextOutput } from '../text-output.ts';
import type { Texts } from '../texts.ts';
import { printPackets } from './print-packets.ts';

/** `analyzer packets FILE`: what compares with `tshark -T fields`. */
export function packetsCommand(texts: Texts): Command {
  return fileCommand('packets', texts, texts.packets)
    .option('--filter <filter>', texts.filter)
    .action(async (given: string | undefined, { filter }: { readonly filter?: string }) => {
      const file = requireFile(given, 'packets');
      const output = new TextOutput(process.stdout);
      const ending = await printPackets(file, output, readFilter(filter));
      await output.flush();
      requireComplete(ending, file);
    });
}
