/** Of the owner's texts those of one part of the product (`part.key`), under the keys that the part itself uses. */
export const ownOf = (own: Readonly<Record<string, string>>, part: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(own).flatMap(([key, text]) =>
      key.startsWith(`${part}.`) ? [[key.slice(part.length + 1), text]] : [],
    ),
  );
