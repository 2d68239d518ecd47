import { SaxesParser } from 'saxes';

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
export const attributeOf = (node: Node | undefined, name: string): string =>
  node?.attributes[name]?.trim() ?? '';

/**
 * Reads XML in parts and gives each element of the wanted names whole; nothing else is kept. Namespaces are told by
 * their prefixes: exports give the same one under different addresses. Bytes before the prolog are left out.
 * @throws Error where it is no XML
 */
export async function* readElements(
  chunks: AsyncIterable<string>,
  wanted: ReadonlySet<string>,
): AsyncGenerator<Node> {
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  const found: Node[] = [];
  const open: Node[] = [];
  let failure: Error | undefined;
  parser.on('error', (error) => {
    failure ??= error;
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
  for await (const chunk of chunks) {
    let text = chunk;
    if (!begun) {
      const start = text.indexOf('<');
      if (start < 0) continue;
      text = text.slice(start);
      begun = true;
    }
    parser.write(text);
    if (failure) throw failure;
    yield* found.splice(0);
  }
  parser.close();
  if (failure) throw failure;
  yield* found.splice(0);
}
