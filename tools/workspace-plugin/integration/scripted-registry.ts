import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from './child-environment.ts';

/** An npm registry with one package, which has a script for its installation; the test gives every answer. */
export class ScriptedRegistry {
  static readonly package = 'held';
  static readonly version = '1.0.0';
  readonly #folder = mkdtempSync(join(tmpdir(), 'praktikum-registry-'));
  readonly #tarball = makeTarball(this.#folder);
  readonly #server: Server = createServer(({ url = '' }, response) => this.#answer(url, response));
  /** Resolves when the package itself is asked for, with the answer that is to be given. */
  #asked = Promise.withResolvers<ServerResponse>();
  #url = '';

  static async start(): Promise<ScriptedRegistry> {
    const registry = new ScriptedRegistry();
    await once(registry.#server.listen(0, '127.0.0.1'), 'listening');
    registry.#url = `http://127.0.0.1:${(registry.#server.address() as AddressInfo).port}`;
    return registry;
  }

  get integrity(): string {
    return `sha512-${createHash('sha512').update(this.#tarball).digest('base64')}`;
  }

  /** For npm: this registry, and nothing left of an earlier download. */
  get environment() {
    return {
      npm_config_registry: this.#url,
      npm_config_fetch_retries: '0',
      npm_config_cache: join(this.#folder, 'cache'),
    };
  }

  get asked(): Promise<ServerResponse> {
    return this.#asked.promise;
  }

  give(response: ServerResponse): void {
    response.end(this.#tarball);
    this.#asked = Promise.withResolvers();
  }

  refuse(response: ServerResponse): void {
    response.socket?.destroy();
    this.#asked = Promise.withResolvers();
  }

  /** From now on it refuses connections. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** Closes it, and removes npm's cache. */
  async remove(): Promise<void> {
    await this.close();
    rmSync(this.#folder, { recursive: true });
  }

  #answer(url: string, response: ServerResponse): void {
    if (url.endsWith('.tgz')) return this.#asked.resolve(response);
    response.setHeader('content-type', 'application/json');
    response.end(url === '/held' ? JSON.stringify(this.#packument) : '{}');
  }

  get #packument() {
    const { package: name, version } = ScriptedRegistry;
    const dist = { tarball: `${this.#url}/held/-/held-1.0.0.tgz`, integrity: this.integrity };
    return {
      name,
      'dist-tags': { latest: version },
      versions: { [version]: { name, version, dist } },
    };
  }
}

function makeTarball(folder: string): Buffer {
  const { package: name, version } = ScriptedRegistry;
  const source = join(folder, name);
  mkdirSync(source);
  const scripts = { install: 'touch script-ran' };
  writeFileSync(join(source, 'package.json'), JSON.stringify({ name, version, scripts }));
  spawnSync('npm', ['pack', `./${name}`], { cwd: folder, env: childEnvironment() });
  return readFileSync(join(folder, `${name}-${version}.tgz`));
}
