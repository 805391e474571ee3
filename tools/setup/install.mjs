import { requireNode } from './require-node.mjs';
import { sayFailure } from './say-failure.mjs';

/**
 * Installs the packages when they are missing or older than the lockfile, so that `npm start` and
 * `npm test` work on a fresh clone. Plain JavaScript for the oldest Node that npm itself runs on:
 * the pinned Node is one of the packages it installs. Still older ones are told so.
 */
if (requireNode()) {
  import('./set-up.mjs')
    .then(({ setUp }) => setUp())
    .then((done) => (done ? 0 : 1), sayFailure)
    .then((exitCode) => process.exit(exitCode));
}
