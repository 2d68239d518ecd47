import { useEffect, useState } from 'preact/hooks';
import type { QuestionPhrasings } from '../../../shared/ask/staffSchema.ts';
import { stamp } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { isolate } from '../../core/text/isolate.ts';
import { useTexts } from '../context.ts';
import { useSearch } from './context.ts';
import { Listed } from './Listed.tsx';
import type { Chosen } from './model.ts';
import { QuestionPicker } from './QuestionPicker.tsx';

const Row = ({ text, about, remove }: { text: string; about: string; remove(): void }) => {
  const { texts } = useTexts();
  return (
    <li class="entry-row">
      <span class="entry-name">
        <strong>
          <bdi>{text}</bdi>
        </strong>
        <span class="quiet">{about}</span>
      </span>
      <button type="button" aria-label={fill(texts.removePerson, { name: text })} onClick={remove}>
        {texts.remove}
      </button>
    </li>
  );
};

/** All phrasings of one question, imported ones too. */
const OfQuestion = ({ focus }: { focus(): void }) => {
  const { model, texts } = useSearch();
  const { tag } = useTexts();
  const [question, setQuestion] = useState<Chosen | null>(null);
  const [found, setFound] = useState<QuestionPhrasings | null>(null);
  const load = async (): Promise<void> => setFound(question && (await model.phrasingsOf(question.id)));
  useEffect(() => void load(), [question?.id]);
  return (
    <details class="search-more">
      <summary>{texts.phrasingsOf}</summary>
      <QuestionPicker label={texts.question} value={question} onValue={setQuestion} />
      {found?.phrasings.length === 0 && <p>{texts.noneOf}</p>}
      <ul class="plain-list">
        {found?.phrasings.map(({ id, text, source, agreed, at }) => (
          <Row
            key={id}
            text={text}
            about={[
              texts[`source_${source}`],
              source === 'learned' && fill(texts.helped, { count: agreed }),
              stamp(tag, at),
            ]
              .filter(Boolean)
              .join(' · ')}
            remove={() => void model.deletePhrasing(id).then(load).then(focus)}
          />
        ))}
      </ul>
    </details>
  );
};

/** Other words that lead to a question, and where they came from. */
export const Phrasings = () => {
  const { model, texts } = useSearch();
  const { tag } = useTexts();
  return (
    <Listed
      id="phrasings"
      title={texts.phrasings}
      lead={texts.phrasingsLead}
      none={texts.phrasingsNone}
      list={model.learned}
      value={model.learned.found.value}
      isEmpty={({ phrasings }) => phrasings.length === 0}
    >
      {({ phrasings }, focus) => (
        <>
          <ul class="plain-list">
            {phrasings.map(({ id, text, title, agreed, at }) => (
              <Row
                key={id}
                text={text}
                about={`${fill(texts.sharesOf, { title: isolate(title) })} · ${fill(texts.helped, { count: agreed })} · ${stamp(tag, at)}`}
                remove={() => void model.deletePhrasing(id).then(focus)}
              />
            ))}
          </ul>
          <OfQuestion focus={focus} />
        </>
      )}
    </Listed>
  );
};
