/** One end of a conversation. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}
