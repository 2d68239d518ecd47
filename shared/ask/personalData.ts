/*
 * What looks personal in a text that is about to become public. A hint for the person who publishes: it marks too much
 * rather than too little, and promises nothing.
 */

const email = /[^\s@<>"(),;]+@[^\s@<>"(),;]+\.[^\s@<>"(),;.]+/gu;
/** Seven digits and more, written as people write numbers that are dialled or paid to. */
const number = /\+?\d(?:[\s()./-]{0,2}\d){6,}/gu;
/** Of orders, customers, contracts: letters with digits, or five digits and more. */
const code = /(?<![\p{L}\d])(?:(?=[\p{L}\d-]*\d)\p{L}{1,6}-?\d{3,}[\p{L}\d-]*|\d{5,})(?![\p{L}\d])/gu;

/** Most findings that are told of. */
const max = 12;

/**
 * Finds addresses, numbers, codes and the person's own name.
 * @param texts what would be public
 * @param name of whoever asked, as far as it is known
 * @returns each once, as it was written, in the order of the texts
 */
export const findPersonal = (texts: readonly string[], name: string): string[] => {
  const names = name
    .toLowerCase()
    .split(/[^\p{L}\p{M}'’-]+/u)
    .filter((part) => part.length > 2);
  const found = new Set<string>();
  for (const text of texts) {
    const emails = text.match(email) ?? [];
    const rest = emails.reduce((left, one) => left.replace(one, ' '), text);
    const numbers = rest.match(number) ?? [];
    const others = numbers.reduce((left, one) => left.replace(one, ' '), rest);
    const words = others.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
    for (const one of [
      ...emails,
      ...numbers,
      ...(others.match(code) ?? []),
      ...words.filter((word) => names.includes(word.toLowerCase())),
    ])
      found.add(one.trim());
  }
  return [...found].slice(0, max);
};
