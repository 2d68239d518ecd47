import type { ReplyPromise } from '../../../shared/core/conversations/schema.ts';
import type { WidgetContext } from '../context.ts';
import { whenText } from './times.ts';

/** By whom and by when, in the visitor's zone; says so when that time has passed. */
export const promiseText = (
  { texts, settings }: Pick<WidgetContext, 'texts' | 'settings'>,
  promise: ReplyPromise | null,
  now: number,
): string => {
  if (!promise) return texts.get('promiseNone');
  if (promise.at < now) return texts.get('promiseLate');
  const when = whenText(texts, promise.at, now);
  // By whom, always: nobody in particular is the team.
  const name = promise.owner?.name || settings.teamName || settings.name;
  return texts.get('promisePerson', { name, when });
};
