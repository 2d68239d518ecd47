import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret } from '../shared/core/ids.ts';
import { isSecret } from './core/people/secrets.ts';

/** The installation's secrets: made at the first start, kept in the data folder. */
export interface Secrets {
  /** Signs links, device cookies and form tokens. */
  readonly signing: string;
}

/**
 * Reads the installation's secrets, making them when there are none. The file is readable by its owner only.
 * @throws Error when the file is there but not usable: making new ones would end every signature silently
 */
export const readSecrets = (dataDirectory: string): Secrets => {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const file = join(dataDirectory, 'secrets.json');
  if (!existsSync(file)) {
    const fresh = `${file}.new`;
    writeFileSync(fresh, `${JSON.stringify({ signing: newSecret() }, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    renameSync(fresh, file);
  }
  chmodSync(file, 0o600);
  const { signing } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  if (!signing || !isSecret(signing)) throw new Error(`${file} contains no usable secrets`);
  return { signing };
};
