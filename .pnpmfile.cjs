// pnpm reads this file before it does anything.
require('./tools/setup/npm-is-needed.cjs');
