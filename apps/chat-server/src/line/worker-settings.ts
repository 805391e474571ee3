/** What the workers of the chat work by: plain data, which crosses between threads. */
export interface WorkerSettings {
  readonly serverName: string;
  /** How many lines a client may send in how many seconds. Null: as many as it likes. */
  readonly flood: { readonly lines: number; readonly seconds: number } | null;
  /** Pages of other hosts that may open a WebSocket, by their Origin: `https://kelas.sekolah.id`. */
  readonly origins: readonly string[];
  /** Addresses of proxies whose X-Forwarded-For counts. */
  readonly proxies: readonly string[];
}
