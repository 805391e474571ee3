import { runProgram } from '@praktikum/service';
import { captureCommand } from './commands/capture/capture-command.ts';
import { conversationsCommand } from './commands/conversations/conversations-command.ts';
import { explainCommand } from './commands/explain/explain-command.ts';
import { interfacesCommand } from './commands/interfaces/interfaces-command.ts';
import { packetsCommand } from './commands/packets/packets-command.ts';
import { questionsCommand } from './commands/questions/questions-command.ts';
import { TEXTS } from './commands/texts.ts';
import { ERRORS } from './errors.ts';

await runProgram({
  name: 'analyzer',
  errors: ERRORS,
  define(command, language) {
    const texts = TEXTS[language];
    command
      .description(texts.description)
      .addCommand(captureCommand(texts))
      .addCommand(interfacesCommand(texts))
      .addCommand(explainCommand(texts))
      .addCommand(questionsCommand(texts))
      .addCommand(packetsCommand(texts))
      .addCommand(conversationsCommand(texts));
  },
});
