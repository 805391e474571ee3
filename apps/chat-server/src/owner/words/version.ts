/** What the server calls itself in VERSION, INFO and 004. */
export const VERSION = 'praktikum-0.1';
