/** Bytes in the unit that a person would say: 12 kB, 3.4 MB. @param language a BCP 47 tag */
export const fileSizeText = (language: string, bytes: number): string => {
  const isLarge = bytes >= 1_000_000;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? bytes / 1e6 : Math.max(1, bytes / 1e3));
};
