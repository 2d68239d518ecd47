/** The scheme that stands for a file that came with a mail, by its place among them. */
export const fileScheme = 'foyer-file';

const shown = /src="foyer-file:(\d{1,3})"/g;

/** Places of the files that the HTML shows. */
export const filesShown = (html: string): number[] => [
  ...new Set([...html.matchAll(shown)].map(([, place]) => Number(place))),
];

/** Puts addresses in the place of the files that the HTML shows; those that aren't there stay away. */
export const withFiles = (html: string, addresses: ReadonlyMap<number, string>): string =>
  html.replace(shown, (_, place: string) => `src="${addresses.get(Number(place)) ?? ''}"`);
