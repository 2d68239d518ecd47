import rules from './rich.css?inline';
import type { Surface } from '../context.ts';

/** Adds the look of rendered Markdown to a surface. */
export const addRich = (surface: Surface): void => surface.addStyles(rules);
