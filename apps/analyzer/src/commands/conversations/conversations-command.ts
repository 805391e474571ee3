import type { Command } from 'commander';
import { requireComplete } from '../../capture/file/require-complete.ts';
import { fileCommand, requireFile } from '../file-command.ts';
import { TextOutput } from '../text-output.ts';
import type { Texts } from '../texts.ts';
import { printConversations } from './print-conversations.ts';

/** `analyzer conversations FILE`: what compares with `tshark -z conv,tcp`. */
export function conversationsCommand(texts: Texts): Command {
  return fileCommand('conversations', texts, texts.conversations).action(
    async (given: string | undefined) => {
      const file = requireFile(given, 'conversations');
      const output = new TextOutput(process.stdout);
      const ending = await printConversations(file, output, texts.words);
      await output.flush();
      requireComplete(ending, file);
    },
  );
}
