import { Worker } from 'node:worker_threads';
import type { RichNode } from '../../../shared/core/richText.ts';
import { renderMarkdown, renderPlain } from './markdown.ts';

/** Longest source rendered on the event loop itself: too short for anything to be slow. UTF-16 code units. */
const shortSource = 1_000;
/** Time a source may take in the worker, milliseconds; then it is shown as plain paragraphs. */
export const renderTimeout = 250;

/** Renders what the public writes, within bounds. Never fails: at worst a text is shown without its markup. */
export interface RichRenderer {
  render(source: string): Promise<RichNode[]>;
  close(): Promise<void>;
}

/**
 * @param worker address of the built worker (markdownWorker.ts), or null to render on the event loop
 * @param onFault told when a text took too long or the worker failed
 * @param timeout time that a source may take, milliseconds
 */
export const createRenderer = (
  worker: URL | null,
  onFault: (reason: string, error?: unknown) => void,
  timeout = renderTimeout,
): RichRenderer => {
  let thread: Worker | undefined;
  let nextId = 0;
  const pending = new Map<
    number,
    { source: string; resolve(rich: RichNode[]): void; timer: NodeJS.Timeout }
  >();

  const abandon = (): void => {
    const old = thread;
    thread = undefined;
    old?.removeAllListeners();
    void old?.terminate();
    // The culprit is the oldest; those behind it were only waiting and start again in a fresh thread.
    const behind = [...pending.values()];
    pending.clear();
    for (const [index, job] of behind.entries()) {
      clearTimeout(job.timer);
      if (index === 0) job.resolve(renderPlain(job.source));
      else void submit(job.source).then(job.resolve);
    }
  };

  const start = (address: URL): Worker => {
    const started = new Worker(address);
    started.unref();
    started.on('message', ({ id, rich }: { id: number; rich: RichNode[] }) => {
      const job = pending.get(id);
      if (!job) return;
      pending.delete(id);
      clearTimeout(job.timer);
      job.resolve(rich);
    });
    started.on('error', (error) => {
      onFault('the Markdown worker failed', error);
      abandon();
    });
    return started;
  };

  const submit = (source: string): Promise<RichNode[]> =>
    new Promise((resolve) => {
      if (!worker) return resolve(renderMarkdown(source));
      thread ??= start(worker);
      const id = ++nextId;
      const timer = setTimeout(
        () => {
          onFault('a text took too long to render');
          abandon();
        },
        // One behind another waits for it, too.
        timeout * (pending.size + 1),
      );
      pending.set(id, { source, resolve, timer });
      thread.postMessage({ id, source });
    });

  return {
    render: async (source) => (source.length <= shortSource ? renderMarkdown(source) : submit(source)),
    async close() {
      const old = thread;
      thread = undefined;
      for (const job of pending.values()) clearTimeout(job.timer);
      pending.clear();
      await old?.terminate();
    },
  };
};
