import type { Command } from 'commander';
import type { Language } from '@praktikum/service';
import { requireComplete } from '../../capture/file/require-complete.ts';
import { fileCommand } from '../file-command.ts';
import { TextOutput } from '../text-output.ts';
import { TEXTS } from '../texts.ts';
import { printConversations } from './print-conversations.ts';

/** `analyzer conversations FILE`: what compares with `tshark -z conv,tcp`. */
export function conversationsCommand(language: Language): Command {
  return fileCommand('conversations', language, TEXTS[language].conversations).action(
    async (file: string) => {
      const output = new TextOutput(process.stdout);
      const ending = await printConversations(file, output);
      await output.flush();
      requireComplete(ending, file);
    },
  );
}
