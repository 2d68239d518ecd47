import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from './context.ts';

/** Local time as `datetime-local` wants it. */
const local = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** Asks for a day and a time, later than now. */
export const When = ({ title, choose, gone }: { title: string; choose(at: number): void; gone(): void }) => {
  const { texts } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [value, setValue] = useState(() => local(Math.ceil(Date.now() / 900_000) * 900_000 + 3_600_000));
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="when-title" onClose={gone}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          choose(new Date(value).getTime());
          dialog.current?.close();
        }}
      >
        <h2 id="when-title">{title}</h2>
        <label for="when">{texts.when}</label>
        <input
          id="when"
          type="datetime-local"
          required
          min={local(Date.now() + 60_000)}
          value={value}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
        <div class="dialog-actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {texts.cancel}
          </button>
          <button type="submit" class="primary">
            {texts.done}
          </button>
        </div>
      </form>
    </dialog>
  );
};
