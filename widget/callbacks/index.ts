import { h } from 'preact';
import type { ConversationView } from '../core/context.ts';
import type { ConversationsPart } from '../core/context.ts';
import type { Surface } from '../core/context.ts';
import { CallView } from './CallView.tsx';
import rules from './call.css?inline';
import { loadWords } from './words.ts';

/** The door of the feature: a call that is promised for a time, from the request to the talk. */
export const open = async (surface: Surface, part: ConversationsPart): Promise<ConversationView> => {
  const say = await loadWords(surface.context.texts);
  surface.addStyles(rules);
  return ({ id }) => h(CallView, { key: id, id, surface, part, say });
};
