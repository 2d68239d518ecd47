import { SaxesParser } from 'saxes';
import type { ImportNotes } from '../../core/importing/notes.ts';
import { repairEntities } from './entities.ts';

/** An element with what it holds, names without their prefixes. */
export interface Node {
  name: string;
  /** The prefix's own name: `wp`, `dsq`, empty. */
  prefix: string;
  attributes: Record<string, string>;
  text: string;
  children: Node[];
}

export const child = (node: Node, name: string, prefix?: string): Node | undefined =>
  node.children.find((one) => one.name === name && (prefix === undefined || one.prefix === prefix));
/** The words of a child; systems pad them with lines. */
export const textOf = (node: Node, name: string, prefix?: string): string =>
  child(node, name, prefix)?.text.trim() ?? '';
/** All words of an element, those inside elements that it should not hold too: half a tag loses no comment. */
export const wordsOf = (node: Node | undefined): string =>
  node ? node.text + node.children.map(wordsOf).join('') : '';
export const attributeOf = (node: Node | undefined, name: string): string =>
  node?.attributes[name]?.trim() ?? '';

/** Faults of a file that are listed one by one. */
const maxFailures = 50;

/**
 * Reads XML in parts and gives each element of the wanted names whole; nothing else is kept. Namespaces are told by
 * their prefixes: exports give the same one under different addresses. Bytes before the prolog are left out. What is no
 * XML is noted with its line, and what follows goes on.
 */
export async function* readElements(
  chunks: AsyncIterable<string>,
  wanted: ReadonlySet<string>,
  notes: ImportNotes,
): AsyncGenerator<Node> {
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  const found: Node[] = [];
  const open: Node[] = [];
  let failures = 0;
  let before = 0;
  let isClosing = false;
  let breaksOff = false;
  parser.on('error', (error) => {
    // At the end, everything that is open is a fault: one is enough.
    if (isClosing) {
      breaksOff = true;
      return;
    }
    const reason = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    if (++failures <= maxFailures)
      notes.rejected.push({ row: `line ${before + parser.line}`, reason: `it isn’t valid XML: ${reason}` });
  });
  parser.on('opentag', ({ name: qualified, attributes }) => {
    const colon = qualified.indexOf(':');
    const name = qualified.slice(colon + 1);
    if (open.length === 0 && !wanted.has(name)) return;
    const node: Node = {
      name,
      prefix: colon < 0 ? '' : qualified.slice(0, colon),
      attributes: Object.fromEntries(
        Object.entries(attributes as Record<string, string>).map(([key, value]) => [
          key.slice(key.indexOf(':') + 1),
          value,
        ]),
      ),
      text: '',
      children: [],
    };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  const addText = (text: string): void => {
    const node = open.at(-1);
    if (node) node.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const node = open.pop();
    if (node && open.length === 0) found.push(node);
  });
  let begun = false;
  for await (const chunk of repairEntities(chunks, notes)) {
    let text = chunk;
    if (!begun) {
      const start = text.indexOf('<');
      before += text.slice(0, start < 0 ? undefined : start).split('\n').length - 1;
      if (start < 0) continue;
      text = text.slice(start);
      begun = true;
    }
    parser.write(text);
    yield* found.splice(0);
  }
  const [lost] = open;
  const row = `line ${before + parser.line}`;
  isClosing = true;
  parser.close();
  yield* found.splice(0);
  if (breaksOff)
    notes.rejected.push({ row, reason: `the file breaks off${lost ? ` inside <${lost.name}>` : ''}` });
}
