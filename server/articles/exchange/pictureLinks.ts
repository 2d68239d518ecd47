import { posix } from 'node:path';
import { filePrefix } from '../../core/content/articleMarkdown.ts';

/* Pictures of an article: addresses of ours in the text, files beside it in a folder. */

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const ours = new RegExp(`(?<=\\]\\()${filePrefix}(${uuid})(?=[\\s)])`, 'g');
/** The target of an image of Markdown, in angle brackets or without. */
const image = /(?<=!\[[^\]]{0,1000}\]\()(<[^>\n]{1,1000}>|[^\s)<>]{1,1000})(?=[\s)])/g;

/** The ids of the pictures that a text shows, each once. */
export const picturesIn = (body: string): string[] => [
  ...new Set([...body.matchAll(ours)].flatMap(([, id]) => id ?? [])),
];

/** The text with each picture's address as a file has it. */
export const withFiles = (body: string, fileOf: (id: string) => string | undefined): string =>
  body.replace(ours, (whole, id: string) => fileOf(id) ?? whole);

/** Paths of the pictures that lie beside a file, from the folder's root, each with what the text calls it. */
export const filesBeside = (body: string, file: string): { written: string; path: string }[] =>
  [...body.matchAll(image)].flatMap(([written]) => {
    const target = written.replace(/^<|>$/g, '');
    // An address of the web or of the server's root stays what it is.
    if (/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(target)) return [];
    let decoded: string;
    try {
      decoded = decodeURIComponent(target);
    } catch {
      decoded = target;
    }
    const path = posix.normalize(posix.join(posix.dirname(file), decoded));
    return path.startsWith('..') ? [] : [{ written, path }];
  });

/** The text with the files beside it as pictures of ours. @param idOf by what the text calls them */
export const withPictures = (body: string, idOf: ReadonlyMap<string, string>): string =>
  body.replace(image, (written) => {
    const id = idOf.get(written);
    return id === undefined ? written : `${filePrefix}${id}`;
  });
