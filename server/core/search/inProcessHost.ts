import { IndexHost as EngineHost } from './engine/indexHost.ts';
import type { Replies, Request } from './engine/workerMessages.ts';
import type { IndexHost } from './indexHost.ts';
import { engineOptions, memoryBudget, replacing } from './workerHost.ts';

/** Indexes in this thread: for tests, and for command-line work that exits afterwards. */
export const createInProcessHost = (memoryBudgetBytes: number = memoryBudget): IndexHost => {
  const engine = new EngineHost(memoryBudgetBytes);
  let scheduled = false;
  let closed = false;
  const building = new Set<string>();
  const work = (): void => {
    scheduled = false;
    if (closed) return;
    engine.work();
    schedule();
  };
  const schedule = (): void => {
    if (scheduled || !engine.busy) return;
    scheduled = true;
    setImmediate(work);
  };
  const ask = <Type extends Request['type']>(
    request: Extract<Request, { type: Type }>,
  ): Promise<Replies[Type]> => {
    const reply = engine.handle(request) as Promise<Replies[Type]>;
    schedule();
    return reply;
  };
  return {
    async build(name, documents) {
      building.add(name);
      try {
        await ask({ type: 'begin', key: name });
        for await (const batch of documents) {
          const { known } = await ask({ type: 'feed', key: name, documents: batch });
          if (!known) throw new Error('search index: the build was replaced by a newer one');
        }
        await ask({ type: 'finish', key: name });
      } finally {
        building.delete(name);
      }
    },
    async restore(name, bytes) {
      building.add(name);
      try {
        await ask({ type: 'restore', key: name, bytes });
      } finally {
        building.delete(name);
      }
    },
    persist: async (name) => (await ask({ type: 'persist', key: name })).bytes,
    replace: async (name, groups, documents) =>
      (await ask({ type: 'apply', key: name, changes: replacing(groups, documents) })).known,
    async search(name, text, options) {
      options.signal?.throwIfAborted();
      const { results } = await ask({ type: 'search', key: name, text, options: engineOptions(options) });
      return results;
    },
    async close() {
      closed = true;
      for (const key of building) void engine.handle({ type: 'abandon', key });
    },
  };
};
