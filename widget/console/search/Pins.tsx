import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { newId } from '../../../shared/core/ids.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import { isolate } from '../../core/text/isolate.ts';
import { useConsole } from '../context.ts';
import { Entry, SaveRow } from '../sections/entries.tsx';
import { useSearch } from './context.ts';
import { Listed } from './Listed.tsx';
import type { Chosen, Pin } from './model.ts';
import { QuestionPicker } from './QuestionPicker.tsx';

/** A pin that is being written. */
interface PinDraft {
  id: string;
  phrase: string;
  question: Chosen | null;
}

const draftOf = ({ id, phrase, question, title }: Pin): PinDraft => ({
  id,
  phrase,
  question: title ? { id: question, title } : null,
});

const Editor = ({ start, done }: { start: PinDraft; done(): void }) => {
  const { problem } = useConsole();
  const { model, texts } = useSearch();
  const [draft, setDraft] = useState(start);
  const [isChosen, setChosen] = useState(true);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const [phrase, question] = form.current?.querySelectorAll<HTMLInputElement>('input[type=text]') ?? [];
    (start.phrase ? question : phrase)?.focus();
  }, []);
  const fields = problem.value?.fields ?? {};
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setChosen(draft.question !== null);
    if (draft.question && (await model.savePin(draft.id, draft.phrase.trim(), draft.question.id))) done();
  };
  return (
    <form class="search-editor" onSubmit={submit} ref={form} aria-label={texts.pinEdit}>
      <TextField
        label={texts.phrase}
        hint={texts.phraseHint}
        dir="auto"
        required
        maxLength={120}
        refused={fields['phrase']}
        value={draft.phrase}
        onValue={(phrase) => setDraft({ ...draft, phrase })}
      />
      <QuestionPicker
        label={texts.question}
        value={draft.question}
        refused={isChosen ? fields['question'] : 'required'}
        onValue={(question) => setDraft({ ...draft, question })}
      />
      <SaveRow cancel={done} />
    </form>
  );
};

/** Answers that come first for a phrase. `asked` is a phrase that somebody wants to pin one for. */
export const Pins = ({ asked, taken }: { asked: string | null; taken(): void }) => {
  const { model, texts } = useSearch();
  const [open, setOpen] = useState<PinDraft | null>(null);
  useEffect(() => {
    if (asked === null) return;
    setOpen({ id: newId(), phrase: asked.slice(0, 120), question: null });
    taken();
  }, [asked]);
  return (
    <Listed
      id="pins"
      title={texts.pins}
      lead={texts.pinsLead}
      none={texts.pinsNone}
      list={model.pins}
      value={model.pins.found.value}
      isEmpty={({ pins }) => pins.length === 0 && !open}
    >
      {({ pins }, focus) => (
        <>
          {pins.length > 0 && (
            <ul class="plain-list">
              {pins.map((pin) => (
                <Entry
                  key={pin.id}
                  name={pin.phrase}
                  change={() => setOpen(draftOf(pin))}
                  remove={() => void model.deletePin(pin.id).then(focus)}
                >
                  <strong>
                    <bdi>{pin.phrase}</bdi>
                  </strong>
                  <span class="quiet">
                    {pin.isPublic ? fill(texts.sharesOf, { title: isolate(pin.title) }) : texts.gone}
                  </span>
                </Entry>
              ))}
            </ul>
          )}
          {open ? (
            <Editor
              key={open.id}
              start={open}
              done={() => {
                setOpen(null);
                focus();
              }}
            />
          ) : (
            <button type="button" onClick={() => setOpen({ id: newId(), phrase: '', question: null })}>
              {texts.pinAdd}
            </button>
          )}
        </>
      )}
    </Listed>
  );
};
