import { runProgram } from '@praktikum/service';
import { doctorCommand } from './doctor/doctor-command.ts';
import { ERRORS } from './errors.ts';
import { defineSend } from './send/send-command.ts';
import { swarmCommand } from './swarm/swarm-command.ts';
import { TEXTS } from './texts.ts';

/** How long the process may outlive its work, in milliseconds. */
const LINGER_MS = 200;

await runProgram({
  name: 'client',
  errors: ERRORS,
  define(command, language, explain) {
    const texts = TEXTS[language];
    command.description(texts.description).enablePositionalOptions();
    defineSend(command, texts);
    command.addCommand(swarmCommand(texts, explain)).addCommand(doctorCommand(texts));
  },
});

// A name that is being looked up cannot be called off and would keep the process for many seconds
// after the client has given up. The timer itself keeps nothing: usually the process ends before it.
setTimeout(() => process.exit(), LINGER_MS).unref();
