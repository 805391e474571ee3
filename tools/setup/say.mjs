/** What is said in Indonesian and in English, a line each, and what is no language. */
export const say = (...lines) => console.error(lines.join('\n'));
