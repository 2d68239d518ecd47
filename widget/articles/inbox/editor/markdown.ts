import {
  EditorSelection,
  type EditorState,
  type Line,
  type StateCommand,
  type Text,
} from '@codemirror/state';

/* What the toolbar does to Markdown. */

/** Puts a mark around what is selected, or takes it away; where nothing is selected, around a sample. */
export const wrapIn =
  (mark: string, sample: string): StateCommand =>
  ({ state, dispatch }) => {
    const change = state.changeByRange((range) => {
      const { from, to } = range;
      const size = mark.length;
      const has =
        state.sliceDoc(from - size, from) === mark && state.sliceDoc(to, to + size) === mark && from >= size;
      if (has)
        return {
          changes: [
            { from: from - size, to: from },
            { from: to, to: to + size },
          ],
          range: EditorSelection.range(from - size, to - size),
        };
      const inner = from === to ? sample : state.sliceDoc(from, to);
      return {
        changes: { from, to, insert: `${mark}${inner}${mark}` },
        range: EditorSelection.range(from + size, from + size + inner.length),
      };
    });
    dispatch(state.update(change, { scrollIntoView: true, userEvent: 'input' }));
    return true;
  };

/** Begins the selected lines with something, or takes it away where each has it. */
export const startLinesWith =
  (prefix: string): StateCommand =>
  ({ state, dispatch }) => {
    const change = state.changeByRange((range) => {
      const first = state.doc.lineAt(range.from).number;
      const last = state.doc.lineAt(range.to).number;
      const lines = Array.from({ length: last - first + 1 }, (_, place) => state.doc.line(first + place));
      const has = lines.every(({ text }) => text.startsWith(prefix));
      const changes = state.changes(
        lines.map(({ from }) => (has ? { from, to: from + prefix.length } : { from, insert: prefix })),
      );
      return {
        changes,
        range: EditorSelection.range(changes.mapPos(range.anchor, 1), changes.mapPos(range.head, 1)),
      };
    });
    dispatch(state.update(change, { scrollIntoView: true, userEvent: 'input' }));
    return true;
  };

/** Makes what is selected the words of a link, and selects where its address goes. */
export const insertLink =
  (sample: string): StateCommand =>
  ({ state, dispatch }) => {
    const { from, to } = state.selection.main;
    const words = from === to ? sample : state.sliceDoc(from, to);
    const start = from + words.length + 3;
    dispatch(
      state.update({
        changes: { from, to, insert: `[${words}](https://)` },
        selection: EditorSelection.range(start, start + 'https://'.length),
        scrollIntoView: true,
        userEvent: 'input',
      }),
    );
    return true;
  };

/** Line breaks that a block needs before and after it at a place, so that it stands by itself. */
const around = (doc: Text, at: number): { before: string; after: string } => {
  const before = doc.sliceString(Math.max(0, at - 2), at);
  const after = doc.sliceString(at, at + 2);
  return {
    before: at === 0 || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n',
    after: after === '' || after === '\n\n' ? '' : after.startsWith('\n') ? '\n' : '\n\n',
  };
};

/** The last line of the paragraph, table or quote that a line belongs to: what is put there doesn't cut it in two. */
const endOfBlock = (doc: Text, number: number): Line => {
  let line = doc.line(number);
  while (line.text.trim() && line.number < doc.lines) {
    const next = doc.line(line.number + 1);
    if (!next.text.trim()) break;
    line = next;
  }
  return line;
};

/** The change that puts a block behind the one of a place. @param chosen what of it is selected then */
export const blockAt = (state: EditorState, place: number, block: string, chosen: string) => {
  const line = endOfBlock(state.doc, state.doc.lineAt(place).number);
  const at = line.text.trim() ? line.to : line.from;
  const { before, after } = around(state.doc, at);
  const start = at + before.length + Math.max(0, block.indexOf(chosen));
  return {
    changes: { from: at, insert: before + block + after },
    selection: EditorSelection.range(start, start + chosen.length),
    scrollIntoView: true,
    userEvent: 'input',
  };
};

export const insertBlock =
  (block: string, chosen: string): StateCommand =>
  ({ state, dispatch }) => {
    dispatch(state.update(blockAt(state, state.selection.main.head, block, chosen)));
    return true;
  };
