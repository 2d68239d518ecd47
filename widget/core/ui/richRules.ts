import rules from './rich.css?inline';
import type { Surface } from '../context.ts';

/** How rendered Markdown looks on a surface. */
export const addRich = (surface: Surface): void => surface.addStyles(rules);
