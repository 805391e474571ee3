import { runProgram } from '@praktikum/service';
import { ANALYZER_ERRORS } from './errors/analyzer-errors.ts';
import { captureCommand } from './capture/capture-command.ts';
import { conversationsCommand } from './conversations/conversations-command.ts';
import { explainCommand } from './explain/explain-command.ts';
import { interfacesCommand } from './interfaces/interfaces-command.ts';
import { packetsCommand } from './packets/packets-command.ts';
import { questionsCommand } from './questions/questions-command.ts';
import { TEXTS } from './texts.ts';

await runProgram({
  name: 'analyzer',
  errors: ANALYZER_ERRORS,
  define(command, language) {
    command
      .description(TEXTS[language].description)
      .addCommand(captureCommand(language))
      .addCommand(interfacesCommand(language))
      .addCommand(explainCommand(language))
      .addCommand(questionsCommand(language))
      .addCommand(packetsCommand(language))
      .addCommand(conversationsCommand(language));
  },
});
