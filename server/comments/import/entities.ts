import { decodeHTMLStrict } from 'entities';
import { leaveOutControls, LineCounter } from '../../core/importing/characters.ts';
import { addNote, type ImportNotes } from '../../core/importing/notes.ts';

/** The entities that XML itself knows. */
const xmlEntities = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

const isXmlCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x1_0000 && code <= 0x10_ffff);

/** An `&` with what makes it an entity; longer than `longestEntity` it is none. */
const entity = /&(?:#(\d{1,9})|#x([\da-f]{1,8})|([a-z][\w.-]{0,40}));/iy;
const maxEntityLength = 48;

const numeric = (text: string): string =>
  Array.from(text, (character) => `&#${character.codePointAt(0)};`).join('');

/** The text an entity stands for: itself, the character that HTML means by it, or its own letters. */
const replacementOf = (found: RegExpExecArray, notes: ImportNotes, row: string): string => {
  const [whole, decimal, hexadecimal, name] = found;
  if (name !== undefined) {
    if (xmlEntities.has(name)) return whole;
    const known = decodeHTMLStrict(whole);
    if (known !== whole) return numeric(known);
    addNote(notes, 'entities', row, `the entity ${whole} is unknown and stays as it’s written`);
    return `&amp;${name};`;
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  if (isXmlCharacter(code)) return whole;
  addNote(notes, 'controls', row, `the control character ${whole} was left out`);
  return '';
};

const ends = { cdata: ']]>', comment: '-->' } as const;

/**
 * XML in parts whose entities XML knows: HTML's become characters, unknown ones words, and those of control characters
 * nothing. An `&` that begins none is one. What stands in CDATA and comments is left alone.
 */
export async function* repairEntities(
  chunks: AsyncIterable<string>,
  notes: ImportNotes,
): AsyncGenerator<string> {
  const lines = new LineCounter();
  let rest = '';
  let inside: keyof typeof ends | null = null;
  /** Takes what is whole; what may go on in the next part waits in `rest`. */
  const take = (isLast: boolean): string => {
    let out = '';
    let at = 0;
    const opening = /<!\[CDATA\[|<!--|&/g;
    const wait = (from: number): string => {
      const whole = out + rest.slice(at, from);
      lines.pass(rest.slice(0, from));
      rest = rest.slice(from);
      return whole;
    };
    for (;;) {
      if (inside) {
        const end = rest.indexOf(ends[inside], at);
        if (end < 0) return wait(isLast ? rest.length : Math.max(at, rest.length - 2));
        out += rest.slice(at, end + 3);
        at = end + 3;
        inside = null;
        continue;
      }
      opening.lastIndex = at;
      const found = opening.exec(rest);
      if (!found) {
        const begun = rest.indexOf('<', Math.max(at, rest.length - 8));
        return wait(isLast || begun < 0 ? rest.length : begun);
      }
      if (found[0] !== '&') {
        inside = found[0] === '<!--' ? 'comment' : 'cdata';
        out += rest.slice(at, found.index + found[0].length);
        at = found.index + found[0].length;
        continue;
      }
      entity.lastIndex = found.index;
      const known = entity.exec(rest);
      if (!known && !isLast && rest.length - found.index < maxEntityLength) return wait(found.index);
      out += rest.slice(at, found.index);
      out += known ? replacementOf(known, notes, `line ${lines.at(rest, found.index)}`) : '&amp;';
      at = found.index + (known ? known[0].length : 1);
    }
  };
  for await (const chunk of chunks) {
    rest += leaveOutControls(
      chunk,
      notes,
      (at) => `line ${lines.at(rest + chunk.slice(0, at), Infinity)}`,
      /[\ufffe\uffff]/g,
    );
    const whole = take(false);
    if (whole) yield whole;
  }
  const last = take(true);
  if (last) yield last;
}
