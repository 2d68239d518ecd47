import { useEffect, useState } from 'preact/hooks';
import { tryModeration } from '../../../shared/core/moderation/routes.ts';
import type { TriedText } from '../../../shared/core/moderation/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { Field, TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import { isolate } from '../../core/text/isolate.ts';
import { useConsole } from '../context.ts';
import type { RuleTexts } from './texts.ts';

/** Pause in typing after which a text is tried, milliseconds. */
const pause = 250;

/** One outcome in words: what happens, and why. */
const Outcome = ({
  label,
  outcome,
  texts,
}: {
  label: string;
  outcome: TriedText['first'];
  texts: RuleTexts;
}) => {
  const { texts: own } = useLanguage();
  const { action, reason, word } = outcome;
  const why =
    word !== null ? fill(texts.because, { word: isolate(word) }) : reason ? own[`held_${reason}`] : '';
  return (
    <p>
      <span class="quiet">{label}:</span> <strong>{texts[`outcome_${action}`]}</strong>
      {why && ` – ${why}`}
    </p>
  );
};

/** A text that is tried on the rules as they are on the screen. */
export const TryText = ({ texts }: { texts: RuleTexts }) => {
  const model = useConsole();
  const rules = model.drafted().settings.moderation;
  const [body, setBody] = useState('');
  const [name, setName] = useState('');
  const [tried, setTried] = useState<TriedText | null>(null);
  const isEmpty = body.trim() === '';
  const asked = JSON.stringify([body, name, rules]);
  useEffect(() => {
    if (isEmpty) return setTried(null);
    let isCurrent = true;
    const timer = setTimeout(() => {
      // Quietly: rules that can't be yet are said where they stand.
      model.call(tryModeration, { body: { body, name, rules } }).then(
        (reply) => isCurrent && setTried(reply),
        () => isCurrent && setTried(null),
      );
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [model, asked]);
  return (
    <section class="card" aria-labelledby="moderation-try">
      <h2 id="moderation-try">{texts.tryTitle}</h2>
      <p class="quiet">{texts.tryLead}</p>
      <Field label={texts.tryBody}>
        {(control) => (
          <textarea
            {...control}
            dir="auto"
            rows={3}
            maxLength={10_000}
            value={body}
            onInput={(event) => setBody(event.currentTarget.value)}
          />
        )}
      </Field>
      <TextField label={texts.tryName} value={name} maxLength={80} dir="auto" onValue={setName} />
      <div role="status" class="field">
        {tried && (
          <>
            <Outcome label={texts.tryFirst} outcome={tried.first} texts={texts} />
            <Outcome label={texts.tryTrusted} outcome={tried.trusted} texts={texts} />
          </>
        )}
      </div>
    </section>
  );
};
