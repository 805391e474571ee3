import { start } from '@praktikum/service/start';

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
await start(new URL(`./program.${ending}`, import.meta.url));
