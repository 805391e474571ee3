import { join } from 'node:path';
import { packLibrary } from './pack-library.ts';

/** `node tools/pack/src/main.ts libs/socket-pool`: the library as a package, in its `dist`. */
const [library] = process.argv.slice(2);
if (library === undefined) throw new Error('which library? For instance libs/socket-pool');
console.log(await packLibrary(library, join(library, 'dist')));
