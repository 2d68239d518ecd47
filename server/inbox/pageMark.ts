import { Failure } from '../core/http/failure.ts';

/** Where a page of the inbox ended, as the opaque text that asks for the next one. */
export const writePageMark = ({ key, row }: { key: number; row: { id: string } }): string =>
  `${key}_${row.id}`;

/** @throws Failure `invalid` when the text is none of ours */
export const readPageMark = (mark: string | undefined): { key: number; id: string } | null => {
  if (mark === undefined) return null;
  const [, key, id] = /^(-?\d{1,16})_([0-9a-f-]{36})$/.exec(mark) ?? [];
  if (!key || !id) throw new Failure('invalid', 'This isn’t a web page.', { fields: { after: 'invalid' } });
  return { key: Number(key), id };
};
