import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown';
import { HighlightStyle, LanguageSupport, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Action } from './actions.ts';
import type { Places } from './pictures.ts';

const look = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], color: 'var(--accent)' },
  { tag: [tags.processingInstruction, tags.quote, tags.contentSeparator], color: 'var(--quiet)' },
  { tag: tags.monospace, fontFamily: 'ui-monospace, monospace' },
]);

const theme = EditorView.theme({
  '&': { minHeight: '320px', color: 'var(--ink)', backgroundColor: 'var(--card)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { font: '16px/1.6 system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif' },
  '.cm-content': { padding: '12px 14px 48px', caretColor: 'var(--ink)', minHeight: '320px' },
  '.cm-line': { padding: '0' },
});

/** The field in which an article is written. @param onFiles files that were dropped or pasted at a place */
export const createView = (given: {
  root: ShadowRoot;
  text: string;
  language: string;
  label: string;
  actions: readonly Action[];
  places: Places;
  onText(text: string): void;
  onFiles(files: File[], at: number): void;
}): EditorView => {
  const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];
  return new EditorView({
    root: given.root,
    parent: given.root,
    state: EditorState.create({
      doc: given.text,
      extensions: [
        history(),
        keymap.of([
          ...given.actions.flatMap(({ key, run }) => (key ? [{ key, run, preventDefault: true }] : [])),
          ...markdownKeymap,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        new LanguageSupport(markdownLanguage),
        syntaxHighlighting(look),
        theme,
        EditorView.lineWrapping,
        EditorView.perLineTextDirection.of(true),
        EditorView.contentAttributes.of({
          'aria-label': given.label,
          spellcheck: 'true',
          autocapitalize: 'sentences',
          lang: given.language,
          dir: 'auto',
        }),
        EditorView.domEventHandlers({
          paste(event, view) {
            const files = filesOf(event.clipboardData);
            // Office programs put a picture of the text beside the text.
            if (!files.length || event.clipboardData?.types.includes('text/plain')) return false;
            given.onFiles(files, view.state.selection.main.head);
            return true;
          },
          drop(event, view) {
            const files = filesOf(event.dataTransfer);
            if (!files.length) return false;
            given.onFiles(files, view.posAtCoords(event) ?? view.state.selection.main.head);
            return true;
          },
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          for (const place of given.places) place.at = update.changes.mapPos(place.at);
          given.onText(update.state.doc.toString());
        }),
      ],
    }),
  });
};
