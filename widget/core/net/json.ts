/** JSON by hand but for its texts: old libraries put a `toJSON` on everything, and it would be obeyed. */
export const toJson = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(toJson).join()}]`
    : value && typeof value === 'object'
      ? `{${Object.entries(value)
          .filter(([, each]) => each !== undefined)
          .map(([name, each]) => `${JSON.stringify(name)}:${toJson(each)}`)
          .join()}}`
      : JSON.stringify(value);
