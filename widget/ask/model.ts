import { effect, signal } from '@preact/signals';
import { getQuestion } from '../../shared/ask/routes.ts';
import type { PublicQuestion } from '../../shared/ask/schema.ts';
import { asCallError, type CallError } from '../core/net/client.ts';
import { reach } from '../core/net/client.ts';
import type { Surface } from '../core/context.ts';
import { createSuggestions } from './suggestions.ts';
import type { Ask, NextPart, Step } from './types.ts';

export const createAsk = (surface: Surface): Ask => {
  const { call, texts } = surface.context;
  const step = signal<Step>('find');
  const text = signal('');
  const opened = signal<PublicQuestion | CallError | null>(null);
  const next = signal<NextPart | null>(null);
  const stuck = signal(false);
  const suggestions = createSuggestions(call, texts.language);
  let openedId = '';
  let abort = new AbortController();
  let loading: Promise<NextPart> | undefined;
  let disposed = false;

  /** Comes with the first suggestions, so that it is there when it is wanted, even if the line is not. */
  const loadNext = (): Promise<NextPart> =>
    (loading ??= Promise.all([import('./next/entry.ts'), surface.context.loadConversations()]).then(
      ([{ openNext }]) => {
        if (disposed) throw new Error('gone');
        return (next.value = openNext(surface));
      },
      (error) => {
        loading = undefined;
        throw error;
      },
    ));

  const shown = effect(() => {
    const found = suggestions.found.value;
    if (!found) return;
    loadNext().catch(() => {});
    next.value?.outcome.show(
      found.items.map(({ id }) => id),
      found.query,
    );
    surface.announcement.value = texts.say('answersFound', { count: found.items.length });
  });

  /** Does it at once when the part is there, else as soon as it is. */
  const withNext = (action: (part: NextPart) => void): void => {
    stuck.value = false;
    if (next.value) action(next.value);
    else
      reach(surface.context.base)
        .then(loadNext)
        .then(action)
        .catch(() => {
          stuck.value = true;
        });
  };

  const tell = (kind: 'opened' | 'solved' | 'not_quite'): void => {
    const [question, query] = [openedId, text.value.trim()];
    withNext(({ outcome }) => outcome.tell(kind, question, query));
  };

  const ask: Ask = {
    step,
    text,
    suggestions,
    opened,
    next,
    stuck,
    type(typed) {
      text.value = typed;
      suggestions.look(typed);
    },
    async open(question) {
      abort.abort();
      const own = (abort = new AbortController());
      openedId = question;
      opened.value = null;
      step.value = 'answer';
      tell('opened');
      try {
        const found = await call(getQuestion, { path: { question }, signal: own.signal });
        if (!own.signal.aborted) opened.value = found;
      } catch (error) {
        if (!own.signal.aborted) opened.value = asCallError(error);
      }
    },
    solve() {
      tell('solved');
      step.value = 'solved';
      text.value = '';
      suggestions.look('');
      next.value?.outcome.renew();
    },
    goOn() {
      tell('not_quite');
      ask.toPerson();
    },
    toPerson() {
      step.value = 'write';
      withNext(({ write }) => write.begin(text.value));
    },
    again: () => withNext(({ write }) => step.value === 'write' && write.begin(text.value)),
    edit(id) {
      step.value = 'write';
      withNext(({ write }) => write.takeUp(id));
    },
    back() {
      step.value = 'find';
    },
    restart() {
      text.value = '';
      suggestions.look('');
      next.value?.outcome.renew();
      step.value = 'find';
    },
    dispose() {
      disposed = true;
      shown();
      abort.abort();
      suggestions.dispose();
      next.value?.outcome.dispose();
      next.value?.write.dispose();
    },
  };
  return ask;
};
