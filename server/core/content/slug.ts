import { cut } from './cut.ts';

/** Words of a title for the address of a page: letters and digits of any script, at most 60 code units; may be empty. */
export const slugFrom = (title: string): string =>
  cut(
    title
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-'),
    60,
  ).replace(/^-+|-+$/g, '');
