import { requireNode } from './tools/setup/require-node.mjs';

/** The short way to every program of this workspace: `node praktikum client localhost 12345`. */
if (requireNode()) {
  import('./tools/launch/launch.mjs')
    .then(({ launch }) => launch(process.argv.slice(2)))
    .then((exitCode) => process.exit(exitCode));
}
