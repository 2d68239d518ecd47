import { coloursOf, hexOf } from '../../../shared/core/colour.ts';

/** An accent in whatever notation the page's style sheet has it, as `#rrggbb`, with what is derived from it. */
export const readAccent = (element: HTMLElement): { accent: string } & ReturnType<typeof coloursOf> => {
  // A mix computes to plain numbers, whatever was mixed.
  element.style.color = 'color-mix(in srgb, var(--foyer-accent), #000 0%)';
  const found = /^color\(srgb (\S+) (\S+) ([^ )]+)/.exec(getComputedStyle(element).color);
  element.style.color = '';
  const accent = hexOf((found?.slice(1) ?? []).map((share) => Math.min(1, Math.max(0, Number(share))) * 255));
  return { accent, ...coloursOf(accent) };
};
