import { effect } from '@preact/signals';
import type { HomeSectionEntry } from '../../core/feature.ts';
import { Browse } from './Browse.tsx';
import { createTopics } from './model.ts';
import rules from './topics.css?inline';

/** Articles and questions by topic, at the end of home. Home does not wait for them. */
export const loadSection: HomeSectionEntry['loadSection'] = async (surface) => {
  const model = createTopics(surface.context);
  surface.addStyles(rules);
  effect(() => {
    if (surface.shown.value) void model.load();
  });
  return {
    above: () => null,
    below: (field) => field?.open && <Browse surface={surface} model={model} open={field.open} />,
  };
};
