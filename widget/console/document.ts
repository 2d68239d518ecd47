import type { Change } from '../../shared/console/changes.ts';

type Json = Record<string, unknown>;

/** A copy of a document with one value in another's place; `undefined` takes it out. */
export const withValue = <Document>(
  document: Document,
  path: readonly string[],
  value: unknown,
): Document => {
  const [key, ...rest] = path;
  if (key === undefined) return value as Document;
  const record = (document ?? {}) as Json;
  if (rest.length === 0 && value === undefined) {
    const { [key]: _, ...others } = record;
    return others as Document;
  }
  return { ...record, [key]: withValue(record[key], rest, value) } as Document;
};

/** Our changes made again on what somebody else saved meanwhile. */
export const rebase = <Document>(document: Document, changes: readonly Change[]): Document =>
  changes.reduce((result, { path, after }) => withValue(result, path, after), document);
