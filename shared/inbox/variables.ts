/*
 * What a canned reply leaves open: `{{visitor.name}}`, or `{{visitor.name|there}}` with what stands there when nothing is
 * known.
 */

export const variables = ['visitor.name', 'visitor.email', 'agent.name', 'promise', 'site.name'] as const;
export type Variable = (typeof variables)[number];

const place = /\{\{\s*([a-z.]+)\s*(?:\|([^{}]*))?\}\}/g;

/** Names in a text that are no variables; they would be sent as they stand. */
export const unknownVariables = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/\{\{([^{}|]*)/g)]
      .map(([, name = '']) => name.trim())
      .filter((name) => !(variables as readonly string[]).includes(name)),
  ),
];

/** Fills a canned reply. Where nothing is known and no fallback stands, nothing stands. */
export const fillVariables = (text: string, values: Partial<Record<Variable, string>>): string =>
  text.replace(place, (whole, name: string, fallback: string | undefined) =>
    (variables as readonly string[]).includes(name)
      ? values[name as Variable]?.trim() || (fallback ?? '').trim()
      : whole,
  );
