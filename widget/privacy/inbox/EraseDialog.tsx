import { useEffect, useRef, useState } from 'preact/hooks';
import type { PersonKept } from '../../../shared/core/people/personalData.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { Counts } from '../../core/staff/editing/Page.tsx';
import { fill } from '../../core/text/fill.ts';
import type { StaffTexts } from './texts.ts';

/** Says what goes and what stays, and erases only once a word was typed: it can't be undone. */
export const EraseDialog = ({
  word,
  pages,
  texts,
  done,
}: {
  /** The word to be typed: their name or address. */
  word: string;
  /** Public questions that go with them, and those that stay. */
  pages: PersonKept['pages'];
  texts: StaffTexts;
  done(sure: boolean): void;
}) => {
  const { texts: common } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const sure = useRef(false);
  const [typed, setTyped] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const fits = typed.trim().toLowerCase() === word.trim().toLowerCase();
  const erase = (event: Event): void => {
    event.preventDefault();
    if (!fits) return;
    sure.current = true;
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} aria-labelledby="erase-title" onClose={() => done(sure.current)}>
      <form onSubmit={erase} class="stack">
        <h3 id="erase-title">{texts.eraseTitle}</h3>
        <p>{texts.goes}</p>
        <p>{texts.stays}</p>
        {pages.go + pages.stay > 0 && (
          <Counts
            rows={[
              [texts.pagesGo, pages.go],
              [texts.pagesStay, pages.stay],
            ]}
          />
        )}
        <div class="field">
          <label for="erase-word">{fill(texts.typeWord, { word })}</label>
          <input
            id="erase-word"
            dir="auto"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <div class="dialog-actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {common.cancel}
          </button>
          <button type="submit" class="primary danger" disabled={!fits}>
            {texts.eraseForGood}
          </button>
        </div>
      </form>
    </dialog>
  );
};
