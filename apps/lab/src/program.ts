import { runProgram } from '@praktikum/service';
import { ERRORS } from './errors.ts';
import { namespaceCommand } from './namespace/namespace-command.ts';
import { relayCommand } from './relay/relay-command.ts';
import { startCommand } from './practicum/start-command.ts';
import { reportCommand } from './report/report-command.ts';
import { TEXTS } from './texts.ts';

await runProgram({
  name: 'lab',
  errors: ERRORS,
  define(command, language) {
    const texts = TEXTS[language];
    command
      .description(texts.description)
      .addCommand(startCommand(language, texts), { isDefault: true })
      .addCommand(reportCommand(language, texts))
      .addCommand(relayCommand(texts))
      .addCommand(namespaceCommand(language, texts), { hidden: true });
  },
});
