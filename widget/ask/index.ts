import { computed } from '@preact/signals';
import { h } from 'preact';
import type { Feature } from '../core/feature.ts';
import type { TextKey } from '../core/text/i18n.ts';
import type { Surface } from '../core/context.ts';
import { AskView } from './AskView.tsx';
import { createAsk } from './model.ts';
import rules from './ask.css?inline';

/** The feature’s entry: one flow for the panel and for `<foyer-ask>`. */
export const open = (surface: Surface): Feature => {
  surface.addStyles(rules);
  const ask = createAsk(surface);
  const titles = { find: null, answer: 'panel', solved: 'panel', write: 'formTitle' } as const;
  return {
    title: computed((): TextKey | null => titles[ask.step.value]),
    busy: computed(() => ask.text.value.trim() !== ''),
    render: () => h(AskView, { surface, ask }),
    back: ask.back,
    edit: ask.edit,
    open: ask.open,
    dispose: ask.dispose,
  };
};
