import { start } from '@praktikum/service/start';

/** Reading captures needs nothing that is new: whatever Node the workspace installs with will do. */
const LEAST_NODE = [20, 19] as const;

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
await start(new URL(`./program.${ending}`, import.meta.url), [LEAST_NODE]);
