import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { vi } from 'vitest';
import type { Stage } from './stage.ts';

/**
 * Has the jobs of a kind that wait for their hour be due: a journey need not sit through the time that people have to
 * think again. Waits until there is one.
 */
export const makeDue = async ({ folder }: Stage, kind: string): Promise<void> => {
  const database = new Sqlite(join(folder, 'foyer.sqlite'), { timeout: 10_000 });
  try {
    const move = database.prepare("update jobs set run_at = 0 where kind = ? and state = 'waiting'");
    await vi.waitUntil(() => move.run(kind).changes > 0, { timeout: 20_000 });
  } finally {
    database.close();
  }
};
