import { createHmac } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../../context.ts';
import { findErasedAt } from './queries/erasures.ts';
import type { Tombstones } from './person.ts';

/** Where erasures are written down outside of the database: a backup from before them does not know of them. */
export const erasuresFile = (dataDirectory: string): string => join(dataDirectory, 'erasures.jsonl');

export const createTombstones = ({
  database,
  config,
  secrets,
}: Pick<Context, 'database' | 'config' | 'secrets'>): Tombstones => {
  const hashOf: Tombstones['hashOf'] = (siteId, name, value) =>
    createHmac('sha256', secrets.signing).update(`erased\n${siteId}\n${name}\n${value}`).digest('base64url');
  return {
    hashOf,
    hashesOf: ({ siteId, visitors, subjects, emails }, ofBrowsers) => [
      ...visitors.map((id) => hashOf(siteId, 'visitor', id)),
      ...subjects.map((subject) => hashOf(siteId, 'subject', subject)),
      ...emails.map((email) => hashOf(siteId, 'email', email)),
      ...ofBrowsers.map((hash) => hashOf(siteId, 'secret', hash)),
    ],
    erasedAt: (siteId, name, value) => findErasedAt({ database }, siteId, hashOf(siteId, name, value)),
    async append(tombstone) {
      const file = await open(erasuresFile(config.dataDirectory), 'a', 0o600);
      try {
        await file.write(`${JSON.stringify(tombstone)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
  };
};
