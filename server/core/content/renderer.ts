import { assertPresent } from '../assertPresent.ts';
import type { RichNode } from '../../../shared/core/richText.ts';
import { createFairQueue, type QueueBounds, type Turn } from './attachments/fairQueue.ts';
import { Failure } from '../http/failure.ts';
import { renderArticle } from './articleMarkdown.ts';
import { renderMarkdown, renderPlain } from './markdown.ts';
import { createWorkThread } from '../decode/workThread.ts';

/** Longest source rendered on the event loop itself: too short for anything to be slow. UTF-16 code units. */
const shortSource = 1_000;
/**
 * Time that a source may take in a thread, milliseconds, at the first try and at the second: a machine that was busy with
 * something else is no reason to store a text without its markup.
 */
const renderTimes = [250, 1_000] as const;
/** An article is ten times as long, and one person waits for it. */
const articleTimes = 8;

/** A text of 10,000 characters needs a tenth of it; without bounds a thread keeps what it once took. */
const limits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 };

/** Two threads: one hostile text leaves another. What waits is a few long texts of each person. */
const bounds: QueueBounds = { atOnce: 2, perAddress: 24, perSite: 120, total: 400 };

/** The reader of a rendering: their site, and the person (or the address, where nobody is known). */
export interface RenderFor {
  site: string;
  person: string;
}

/** The form of a text: as the public writes it, or an article of the team's with pictures and tables. */
export type TextForm = 'public' | 'article';

/** The task of a rendering thread. */
export interface RenderTask {
  source: string;
  form: TextForm;
}

/** Renders a text here and now. */
const renderNow = ({ source, form }: RenderTask): RichNode[] =>
  (form === 'article' ? renderArticle : renderMarkdown)(source);

/**
 * Renders texts, within bounds and in turn. At worst what the public writes is shown without its markup; an article is
 * refused then, since nobody would miss its tables and pictures before its readers do.
 */
export interface RichRenderer {
  /**
   * Renders a text to be stored: a failure is tried once more, in a fresh thread and with more time.
   * @throws Failure `limited` when too much of the same person or site waits already, `invalid` for an article that takes
   *   too long
   */
  render(source: string, who: RenderFor, form?: TextForm): Promise<RichNode[]>;
  /** Renders a text to be shown once: one try. @throws Failure as {@link RichRenderer.render} */
  preview(source: string, who: RenderFor, form?: TextForm): Promise<RichNode[]>;
  close(): Promise<void>;
}

const startRendering = (address: URL) =>
  createWorkThread<RenderTask, { rich: RichNode[] }>({
    address,
    name: 'Markdown',
    late: 'a text took too long to render',
    limits,
  });

/**
 * @param worker address of the built worker (markdownWorker.ts), or null to render on the event loop
 * @param onFault told of each try that took too long, and of each thread that failed
 * @param times what each try may take, milliseconds
 */
export const createRenderer = (
  worker: URL | null,
  onFault: (reason: string, error?: unknown) => void,
  times: readonly [number, number] = renderTimes,
): RichRenderer => {
  const queue = createFairQueue(bounds, 'Too many long texts are waiting to be shown. Try again shortly.');
  // Threads are there before the first text: starting one takes longer than nearly every text.
  const all = worker ? Array.from({ length: bounds.atOnce }, () => startRendering(worker)) : [];
  const free = [...all];

  const tryOnce = (
    task: RenderTask,
    { site, person }: RenderFor,
    time: number,
  ): Promise<RichNode[] | null> => {
    const turn: Turn = { site, address: person };
    return queue.run(turn, async () => {
      const thread = assertPresent(free.pop(), 'as many threads as turns');
      try {
        const result = await thread.run(task, time);
        if ('rich' in result) return result.rich;
        onFault(result.reason, result.error);
        return null;
      } finally {
        free.push(thread);
      }
    });
  };

  const renderIn = async (
    tries: readonly number[],
    task: RenderTask,
    who: RenderFor,
  ): Promise<RichNode[]> => {
    const { source } = task;
    if (!worker || source.length <= shortSource) return renderNow(task);
    const isArticle = task.form === 'article';
    for (const time of tries) {
      const rich = await tryOnce(task, who, isArticle ? time * articleTimes : time);
      if (rich) return rich;
    }
    if (isArticle)
      throw new Failure('invalid', 'This article takes too long to show. Make it shorter or simpler.', {
        fields: { body: 'too_long' },
      });
    return renderPlain(source);
  };

  return {
    render: (source, who, form = 'public') => renderIn(times, { source, form }, who),
    preview: (source, who, form = 'public') => renderIn(times.slice(0, 1), { source, form }, who),
    async close() {
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
};
