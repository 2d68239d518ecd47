import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { newId } from '../../../shared/core/ids.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { useConsole, useTexts } from '../context.ts';
import { Entry, SaveRow } from '../sections/entries.tsx';
import { useSearch } from './context.ts';
import { Listed } from './Listed.tsx';

/** Synonyms that are being written. */
interface SynonymDraft {
  id: string;
  words: string;
}

/** Words between commas of any script, or on lines of their own. */
const split = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,،、;\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

const Editor = ({ start, done }: { start: SynonymDraft; done(): void }) => {
  const { problem } = useConsole();
  const { model, texts } = useSearch();
  const [words, setWords] = useState(start.words);
  const [isTooFew, setTooFew] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const refused = Object.entries(problem.value?.fields ?? {}).find(([field]) =>
    field.startsWith('words'),
  )?.[1];
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const list = split(words);
    setTooFew(list.length < 2);
    if (list.length >= 2 && (await model.saveSynonym(start.id, list))) done();
  };
  return (
    <form class="search-editor" onSubmit={submit} ref={form} aria-label={texts.synonymEdit}>
      <TextField
        label={texts.wordsLabel}
        hint={texts.wordsHint}
        dir="auto"
        required
        maxLength={800}
        refused={refused}
        value={words}
        onValue={setWords}
      />
      {isTooFew && (
        <p class="bad-words" role="alert">
          {texts.tooFew}
        </p>
      )}
      <SaveRow cancel={done} />
    </form>
  );
};

/** Words that mean the same. `asked` is a text that somebody wants to add one for. */
export const Synonyms = ({ asked, taken }: { asked: string | null; taken(): void }) => {
  const { model, texts } = useSearch();
  const { tag } = useTexts();
  const [open, setOpen] = useState<SynonymDraft | null>(null);
  const comma = tag.startsWith('ar') ? '، ' : ', ';
  useEffect(() => {
    if (asked === null) return;
    setOpen({ id: newId(), words: asked.slice(0, 60) + comma });
    taken();
  }, [asked]);
  return (
    <Listed
      id="synonyms"
      title={texts.synonyms}
      lead={texts.synonymsLead}
      none={texts.synonymsNone}
      list={model.synonyms}
      value={model.synonyms.found.value}
      isEmpty={({ synonyms }) => synonyms.length === 0 && !open}
    >
      {({ synonyms }, focus) => (
        <>
          {synonyms.length > 0 && (
            <ul class="plain-list">
              {synonyms.map(({ id, words }) => (
                <Entry
                  key={id}
                  name={words.join(comma)}
                  change={() => setOpen({ id, words: words.join(comma) })}
                  remove={() => void model.deleteSynonym(id).then(focus)}
                >
                  <span>
                    <bdi>{words.join(comma)}</bdi>
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
            <button type="button" onClick={() => setOpen({ id: newId(), words: '' })}>
              {texts.synonymAdd}
            </button>
          )}
        </>
      )}
    </Listed>
  );
};
