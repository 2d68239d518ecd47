import { h } from 'preact';
import type { KindView } from '../core/feature.ts';
import type { FollowPart } from '../core/follow/door.ts';
import type { Surface } from '../core/surface.ts';
import rules from './chat.css?inline';
import { ChatView } from './ChatView.tsx';
import { loadWords } from './words.ts';

/** The door of the feature: conversations that begin with what the visitor says, with the people who are there. */
export const open = async (surface: Surface, part: FollowPart): Promise<KindView> => {
  const say = await loadWords(surface.visit.texts);
  surface.addStyles(rules);
  return ({ id }) => h(ChatView, { key: id, id, surface, part, say });
};
