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

/** Marks that follow a word without a space. */
const punctuation = /^[\s.,;:!?…،؛؟)\]»”’]/u;

/**
 * Fills a canned reply. Where nothing is known and no fallback stands, nothing stands, and no space is left over: "Guten
 * Tag {{visitor.name}}, danke" becomes "Guten Tag, danke".
 */
export const fillVariables = (text: string, values: Partial<Record<Variable, string>>): string =>
  text.replace(
    new RegExp(`([ \\t]*)${place.source}([ \\t]*)`, 'g'),
    (
      whole,
      before: string,
      name: string,
      fallback: string | undefined,
      after: string,
      ...rest: unknown[]
    ) => {
      if (!(variables as readonly string[]).includes(name)) return whole;
      const value = values[name as Variable]?.trim() || (fallback ?? '').trim();
      if (value) return before + value + after;
      const [at] = rest as [number];
      const next = text.slice(at + whole.length);
      const isAtStart = at === 0 || text[at - 1] === '\n';
      return isAtStart || next === '' || punctuation.test(next) ? '' : before || after;
    },
  );
