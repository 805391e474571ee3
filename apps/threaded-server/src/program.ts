import { CONVERSATION_MODES, DEFAULT_PORT, type ConversationMode } from '@praktikum/protocol';
import { runPoolService } from '@praktikum/server-program';
import { choiceOption } from '@praktikum/service';
import { TEXTS } from './texts.ts';

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

await runPoolService<{ mode: ConversationMode }, ConversationMode>({
  name: 'threaded-server',
  worker: new URL(`./worker.${ending}`, import.meta.url),
  port: DEFAULT_PORT,
  texts: TEXTS,
  define(command, language) {
    const { mode } = TEXTS[language];
    command.addOption(choiceOption('--mode <mode>', mode, CONVERSATION_MODES, 'reply'));
  },
  data: ({ mode }) => mode,
});
