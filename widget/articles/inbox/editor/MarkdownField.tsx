import type { EditorView } from '@codemirror/view';
import { effect, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ArticleTexts } from '../texts.ts';
import { actionsIn } from './actions.ts';
import { createView } from './createView.ts';
import { BlockPicker } from './BlockPicker.tsx';
import type { Places } from './pictures.ts';
import { usePictures } from './usePictures.ts';
import type { TextDraft } from './textDraft.ts';
import { Toolbar } from './Toolbar.tsx';

/** Shows what the draft becomes elsewhere, at once: what is typed right after belongs to the text that came. */
const followText = (view: EditorView, draft: TextDraft): (() => void) =>
  effect(() => {
    const { body } = draft.words.value;
    // As one step that can be undone: what stood there before isn't lost.
    if (view.state.doc.toString() !== body)
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: body } });
  });

/** Pictures on their way, and why one wasn't taken. */
const Uploads = (given: { sending: number; wrong: string; texts: ArticleTexts }) => (
  <>
    <p class="quiet" role="status">
      {given.sending > 0 ? given.texts.uploading : ''}
    </p>
    {given.wrong && (
      <p class="wrong" role="alert">
        {given.wrong}
      </p>
    )}
  </>
);

/** Where a text is written, with its toolbar. Drawn anew for each language: each has steps of its own to be undone. */
export const MarkdownField = ({ draft, texts }: { draft: TextDraft; texts: ArticleTexts }) => {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const places = useMemo<Places>(() => new Set(), []);
  const actions = useMemo(() => actionsIn(texts), []);
  const isPicking = useSignal(false);

  const leavePicker = (words: string): void => {
    isPicking.value = false;
    if (!view.current) return;
    if (words) view.current.dispatch(view.current.state.replaceSelection(words));
    view.current.focus();
  };

  const { sending, wrong, addFiles } = usePictures(view, places, texts);
  useEffect(() => {
    // biome-ignore lint/style/noNonNullAssertion: effects run once it is drawn
    const box = host.current!;
    // A tree of its own: there its rules can be adopted, and nothing inline is needed.
    const root = box.shadowRoot ?? box.attachShadow({ mode: 'open' });
    // Seen from outside its keys come from no field: the page's shortcuts must not hear them.
    const keep = (event: Event): void => event.stopPropagation();
    root.addEventListener('keydown', keep);
    view.current = createView({
      root,
      text: draft.words.value.body,
      language: draft.language,
      label: texts.body,
      actions,
      places,
      onText: (body) => {
        if (body !== draft.words.value.body) draft.write({ body });
      },
      onFiles: (files, at) => void addFiles(files, at),
    });
    const own = view.current;
    const stop = followText(own, draft);
    return () => {
      stop();
      root.removeEventListener('keydown', keep);
      own.destroy();
      view.current = null;
    };
  }, []);
  return (
    <div class="article-field">
      <Toolbar
        actions={actions}
        texts={texts}
        onAction={({ run }) => {
          if (!view.current) return;
          run(view.current);
          view.current.focus();
        }}
        isPicking={isPicking.value}
        onBlock={() => {
          isPicking.value = !isPicking.value;
        }}
        onPicture={(file) => void addFiles([file], view.current?.state.selection.main.head ?? 0)}
      />
      {isPicking.value && (
        <BlockPicker
          language={draft.language}
          onPick={(name) => leavePicker(`{{block:${name}}}`)}
          onClose={() => leavePicker('')}
        />
      )}
      <div ref={host} class="article-text" />
      <Uploads sending={sending.value} wrong={wrong.value} texts={texts} />
    </div>
  );
};
