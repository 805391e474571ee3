/**
 * The error of this project. Its `code` is stable: the same string appears in the thrown error, in
 * the message between threads, in the log line and in the table of exit codes. The `message` is
 * English and for developers; what a user reads is looked up by `code` and filled from `details`.
 */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly code: string;
  readonly details: ErrorDetails;

  constructor(
    code: string,
    message: string,
    options: ErrorOptions & { details?: ErrorDetails } = {},
  ) {
    super(message, options);
    this.code = code;
    this.details = Object.freeze({ ...options.details });
  }
}

/** What a user's text about the error needs: a port, a limit, an option's name. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** The `code` of whatever was thrown: ours, Node's (`ECONNRESET`), or `ERR_UNEXPECTED`. */
export function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error) {
    const { code } = error;
    if (typeof code === 'string') return code;
  }
  return 'ERR_UNEXPECTED';
}

/**
 * What an error says, in English. `instanceof Error` is no help here: an error that comes from a
 * worker thread was made by another realm's `Error`.
 */
export function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) {
    const { message } = error;
    if (typeof message === 'string') return message;
  }
  return String(error);
}
