import { effect, signal } from '@preact/signals';
import type { Surface } from '../core/context.ts';
import { createAnswerReader } from './answerReader.ts';
import { createNextLoader } from './nextLoader.ts';
import { createSuggestions } from './suggestions.ts';
import type { Ask, Step } from './types.ts';

export const createAsk = (surface: Surface): Ask => {
  const { call, texts } = surface.context;
  const step = signal<Step>('find');
  const text = signal('');
  const reader = createAnswerReader(call);
  const { next, stuck, load, run, dispose } = createNextLoader(surface);
  const suggestions = createSuggestions(call, texts.language);
  const stopShowing = effect(() => {
    const found = suggestions.found.value;
    if (!found) return;
    load().catch(() => {});
    next.value?.outcome.show(
      found.items.map(({ id }) => id),
      found.query,
    );
    surface.announcement.value = texts.get('answersFound', { count: found.items.length });
  });

  const report = (kind: 'opened' | 'solved' | 'not_quite'): void => {
    const [question, query] = [reader.id(), text.value.trim()];
    run(({ outcome }) => outcome.tell(kind, question, query));
  };

  const ask: Ask = {
    step,
    text,
    suggestions,
    opened: reader.opened,
    next,
    stuck,
    type(typed) {
      text.value = typed;
      suggestions.look(typed);
    },
    open(question) {
      reader.choose(question);
      step.value = 'answer';
      report('opened');
      void reader.read();
    },
    reread: reader.read,
    solve() {
      report('solved');
      step.value = 'solved';
      text.value = '';
      suggestions.look('');
      next.value?.outcome.renew();
    },
    goOn() {
      report('not_quite');
      ask.toPerson();
    },
    toPerson() {
      step.value = 'write';
      run(({ write }) => write.begin(text.value));
    },
    again: () => run(({ write }) => step.value === 'write' && write.begin(text.value)),
    edit(id) {
      step.value = 'write';
      run(({ write }) => write.takeUp(id));
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
      stopShowing();
      reader.dispose();
      suggestions.dispose();
      dispose();
    },
  };
  return ask;
};
