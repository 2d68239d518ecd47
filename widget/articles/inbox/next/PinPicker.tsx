import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { SearchExplanation } from '../../../../shared/ask/staffSchema.ts';
import { TextField } from '../../../core/staff/fields.tsx';
import type { ArticleTexts } from '../texts.ts';
import type { Gap, NextModel } from './nextModel.ts';

/** A pause in typing after which is searched, milliseconds. */
const typingPause = 250;

/** Chooses the answer that comes first for what people typed. */
export const PinPicker = ({ gap, model, texts }: { gap: Gap; model: NextModel; texts: ArticleTexts }) => {
  const words = useSignal(gap.title);
  const found = useSignal<SearchExplanation['results'] | null>(null);
  const form = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  useEffect(() => {
    let left = false;
    const timer = setTimeout(async () => {
      const results = words.value.trim() ? await model.findQuestions(words.value) : [];
      if (!left) found.value = results;
    }, typingPause);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [words.value]);
  return (
    <div class="gap-pin" ref={form}>
      <TextField
        label={texts.pinWhich}
        dir="auto"
        value={words.value}
        onValue={(value) => {
          words.value = value;
        }}
      />
      <p class="quiet" role="status">
        {found.value?.length === 0 ? texts.pinNone : ''}
      </p>
      <ul>
        {found.value?.map(({ question, title }) => (
          <li key={question}>
            <button type="button" class="link" dir="auto" onClick={() => void model.pin(gap, question)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
