import { left, moved } from './tables.ts';

const typeNames: Record<string, string> = {
  string: 'text',
  number: 'number',
  boolean: 'true or false',
  custom: 'JSON',
};

/** Words of a paragraph in lines, so that a change of one word is a change of one line. */
const wrapped = (text: string, width = 132): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].join('\n');
};

/** Every table of an exported site with its columns, as Markdown: for docs/site-export.md. */
export const describeTables = (): string =>
  moved
    .map(({ name, columns }) => {
      const described = Object.entries(columns)
        .filter(([column]) => column !== 'siteId')
        .map(
          ([column, { dataType, notNull }]) =>
            `\`${column}\` (${typeNames[dataType] ?? dataType}${notNull ? '' : ' or null'})`,
        );
      return `### ${name}\n\n${wrapped(described.join(', '))}`;
    })
    .join('\n\n');

/** The tables that stay, with their reasons, as Markdown. */
export const leftInWords = (): string => {
  const byReason = new Map<string, string[]>();
  for (const [name, reason] of Object.entries(left))
    byReason.set(reason, [...(byReason.get(reason) ?? []), `\`${name}\``]);
  return [
    'Not in it:',
    '',
    ...[...byReason].map(([reason, names]) =>
      wrapped(`- ${names.join(', ')}: ${reason}`).replaceAll('\n', '\n  '),
    ),
  ].join('\n');
};
