import { useState } from 'preact/hooks';
import { fill } from '../../core/text/fill.ts';
import { isolate } from '../../core/text/isolate.ts';
import { useSearch } from './context.ts';
import { Listed } from './Listed.tsx';
import type { Chosen } from './model.ts';
import { QuestionPicker } from './QuestionPicker.tsx';

/** Two questions that get one answer. */
const LinkForm = ({ done }: { done(): void }) => {
  const { model, texts } = useSearch();
  const [question, setQuestion] = useState<Chosen | null>(null);
  const [of, setOf] = useState<Chosen | null>(null);
  const [isAsked, setAsked] = useState(false);
  const isSame = question !== null && question.id === of?.id;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (!question || !of || isSame || !(await model.link(question.id, of.id))) return;
    done();
  };
  return (
    <form onSubmit={submit}>
      <QuestionPicker
        label={texts.linkThis}
        value={question}
        refused={isAsked && !question ? 'required' : undefined}
        onValue={setQuestion}
      />
      <QuestionPicker
        label={texts.linkTo}
        value={of}
        refused={isAsked && !of ? 'required' : undefined}
        onValue={setOf}
      />
      {isAsked && isSame && (
        <p class="bad-words" role="alert">
          {texts.sameQuestion}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="primary">
          {texts.linkSave}
        </button>
      </div>
    </form>
  );
};

/** Questions that share another's answer. */
export const Duplicates = () => {
  const { model, texts } = useSearch();
  /** A new form after each link. */
  const [made, setMade] = useState(0);
  return (
    <Listed
      id="duplicates"
      title={texts.duplicates}
      lead={texts.duplicatesLead}
      none={texts.duplicatesNone}
      list={model.links}
      value={model.links.found.value}
      isEmpty={({ links }) => links.length === 0}
    >
      {({ links }, focus) => (
        <>
          <ul class="plain-list">
            {links.map(({ question, title, ofTitle }) => (
              <li class="entry-row" key={question}>
                <span class="entry-name">
                  <strong>
                    <bdi>{title}</bdi>
                  </strong>
                  <span class="quiet">{fill(texts.sharesOf, { title: isolate(ofTitle) })}</span>
                </span>
                <button
                  type="button"
                  aria-label={fill(texts.unlinkOf, { title })}
                  onClick={() => void model.unlink(question).then(focus)}
                >
                  {texts.unlink}
                </button>
              </li>
            ))}
          </ul>
          <details class="search-more" key={made}>
            <summary>{texts.link}</summary>
            <LinkForm
              done={() => {
                setMade(made + 1);
                focus();
              }}
            />
          </details>
        </>
      )}
    </Listed>
  );
};
