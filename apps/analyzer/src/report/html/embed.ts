/**
 * JSON for the inside of a `<script>`: no text in it can end the element or begin a comment, and none
 * breaks a line where old JavaScript did.
 */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A program of ours for the inside of a `<script>`: nothing in its texts ends the element. */
export function embedScript(code: string): string {
  return code.replace(/<(?=\/script|!--)/gi, '\\x3c');
}
