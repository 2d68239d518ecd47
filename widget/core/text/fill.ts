/** Forms of a text that counts, by the language's plural categories. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;

/** Texts with every key of the English ones; what counts has a form for each plural that the language knows. */
export type TextsLike<English> = {
  [Key in keyof English]: English[Key] extends string ? string : Plural;
};

/** Values for the places of a text. */
export type Fill = Record<string, string | number>;

/** The form for a count; the language's own for none, where a text has one. */
export const pluralForm = (forms: Plural, rules: Intl.PluralRules, count: number): Intl.LDMLPluralRule =>
  count === 0 && forms.zero ? 'zero' : rules.select(count);

/**
 * Fills `{name}` places; what is not given leaves nothing.
 * @param number how numbers are written
 */
export const fill = (text: string, values: Fill, number: (value: number) => string = String): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? number(value) : value;
  });
