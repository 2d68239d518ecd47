import { effect } from '@preact/signals';
import type { Surface } from '../../core/context.ts';
import { Browse } from './Browse.tsx';
import { createTopics } from './model.ts';
import rules from './topics.css?inline';

/** Topics on one surface, read anew with each opening until they are there. */
export const openTopics = (surface: Surface) => {
  const model = createTopics(surface.context);
  surface.addStyles(rules);
  effect(() => {
    if (surface.shown.value) void model.load();
  });
  return ({ open }: { open(id: string): void }) => <Browse surface={surface} model={model} open={open} />;
};
