import { stripTypeScriptTypes } from 'node:module';

/** Jest transform: removes the types and leaves every line where it was. */
export default { process: (source) => ({ code: stripTypeScriptTypes(source) }) };
