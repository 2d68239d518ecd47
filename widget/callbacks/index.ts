import { h } from 'preact';
import type { KindView } from '../core/feature.ts';
import type { FollowPart } from '../core/follow/door.ts';
import type { Surface } from '../core/surface.ts';
import { CallView } from './CallView.tsx';
import rules from './call.css?inline';
import { loadWords } from './words.ts';

/** The door of the feature: a call that is promised for a time, from the request to the talk. */
export const open = async (surface: Surface, part: FollowPart): Promise<KindView> => {
  const say = await loadWords(surface.visit.texts);
  surface.addStyles(rules);
  return ({ id }) => h(CallView, { key: id, id, surface, part, say });
};
