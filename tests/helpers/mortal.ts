import { type Database, StorageError } from '../../server/core/db/database.ts';
import { testClock } from './clock.ts';
import { openTestDatabase } from './server.ts';

/** A process that dies at one of its writes: from then on nothing of it reaches the database, until it is revived. */
export const mortal = async () => {
  const clock = testClock();
  const database = await openTestDatabase(clock);
  let left = Number.POSITIVE_INFINITY;
  let writes = 0;
  const live = <Result>(write: () => Promise<Result>): Promise<Result> => {
    writes++;
    if (left-- <= 0) return Promise.reject(new StorageError('lost', new Error('the process died')));
    return write();
  };
  const wrapped: Database = {
    ...database,
    commit: (change) => live(() => database.commit(change)),
    write: (statements) => live(() => database.write(statements)),
  };
  return {
    clock,
    database: wrapped,
    dieAfter(count: number) {
      left = count;
      writes = 0;
    },
    revive() {
      left = Number.POSITIVE_INFINITY;
      return writes;
    },
  };
};
