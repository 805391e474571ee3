import { requireNode } from './tools/setup/require-node.mjs';
import { sayFailure } from './tools/setup/say-failure.mjs';

/** The short way to every program of this workspace: `node praktikum client localhost 12345`. */
if (requireNode()) {
  import('./tools/launch/launch.mjs')
    .then(({ launch }) => launch(process.argv.slice(2)))
    .catch(sayFailure)
    .then((exitCode) => process.exit(exitCode));
}
