import { h } from 'preact';
import type { ConversationView } from '../core/context.ts';
import type { ConversationsPart } from '../core/context.ts';
import type { Surface } from '../core/context.ts';
import rules from './chat.css?inline';
import { ChatView } from './ChatView.tsx';
import { loadTexts } from './texts.ts';

/** The feature’s entry: conversations that begin with what the visitor says, with the people who are there. */
export const open = async (surface: Surface, part: ConversationsPart): Promise<ConversationView> => {
  const text = await loadTexts(surface.context.texts);
  surface.addStyles(rules);
  return ({ id }) => h(ChatView, { key: id, id, surface, part, text });
};
