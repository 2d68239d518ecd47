import { h } from 'preact';
import type { ConversationView } from '../core/context.ts';
import type { ConversationsPart } from '../core/context.ts';
import type { Surface } from '../core/context.ts';
import { CallbackView } from './CallbackView.tsx';
import rules from './callbacks.css?inline';
import { loadTexts } from './texts.ts';

/** The feature’s entry: a call that is promised for a time, from the request to the talk. */
export const open = async (surface: Surface, part: ConversationsPart): Promise<ConversationView> => {
  const text = await loadTexts(surface.context.texts);
  surface.addStyles(rules);
  return ({ id }) => h(CallbackView, { key: id, id, surface, part, text });
};
