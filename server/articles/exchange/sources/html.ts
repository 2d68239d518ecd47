import { createTurndown } from '../../../core/content/turndown.ts';

/** An element of the parsed HTML, as far as it is looked at here. */
interface Element {
  innerHTML: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): ArrayLike<Element>;
}

/** The cells of a row on one line: Markdown's tables have no others. */
const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/**
 * An article's HTML as the Markdown that our editor has: headings, lists, tables, code, callouts and pictures.
 * @param pictureOf the place of a picture beside the text; null where it isn't there
 */
export const articleMarkdown = (
  html: string,
  pictureOf: (source: string) => string | null,
): { body: string; missing: string[] } => {
  const missing: string[] = [];
  const service = createTurndown(['script', 'style', 'object', 'embed', 'noscript', 'template']);
  const cellText = (cell: Element): string =>
    service
      .turndown(cell.innerHTML)
      .replace(/\s*\n\s*/g, ' ')
      .replaceAll('|', '\\|')
      .trim();
  service.addRule('tables', {
    filter: 'table',
    replacement: (_, node) => {
      const rows = Array.from((node as unknown as Element).querySelectorAll('tr')).map((row) =>
        Array.from(row.querySelectorAll('th, td')).map(cellText),
      );
      const width = Math.max(0, ...rows.map((row) => row.length));
      if (width === 0) return '';
      const [head = [], ...body] = rows.map((row) => [...row, ...Array(width - row.length).fill('')]);
      return `\n\n${[lineOf(head), lineOf(head.map(() => '---')), ...body.map(lineOf)].join('\n')}\n\n`;
    },
  });
  service.addRule('pictures', {
    filter: 'img',
    replacement: (_, node) => {
      const image = node as unknown as Element;
      const source = image.getAttribute('src') ?? '';
      const alt = (image.getAttribute('alt') ?? '').replace(/[[\]\n]/g, ' ').trim();
      const place = pictureOf(source);
      if (place !== null) return `![${alt}](<${place}>)`;
      if (source) missing.push(source.slice(0, 300));
      return alt;
    },
  });
  // What is played elsewhere is led to.
  service.addRule('frames', {
    filter: 'iframe',
    replacement: (_, node) => {
      const source = ((node as unknown as Element).getAttribute('src') ?? '').replace(/^\/\//, 'https://');
      return /^https?:\/\/[^\s<>]+$/.test(source) ? `\n\n<${source}>\n\n` : '';
    },
  });
  return { body: service.turndown(html).trim(), missing };
};
