import type { ChatQuestion } from '../../../shared/chat/settings.ts';
import { type Language, languageNames } from '../../../shared/core/languages.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { CheckField, TextField } from '../../core/staff/fields.tsx';

/** One question before a chat: in every language of the site, and whether it has to be answered. */
export const QuestionFields = (given: {
  question: ChatQuestion;
  index: number;
  languages: readonly Language[];
  change(part: Partial<ChatQuestion>): void;
  remove(): void;
}) => {
  const { question, index, languages, change, remove } = given;
  const { labels, required } = question;
  const model = useConsole();
  const { texts } = useTexts();
  const number = index + 1;
  const path = `settings.chat.questions.${index}.labels`;
  return (
    <fieldset class="entry">
      <legend>{fill(texts.question, { number })}</legend>
      <div class="pair">
        {languages.map((language) => (
          <TextField
            key={language}
            label={fill(texts.questionIn, { language: languageNames[language] })}
            value={labels[language] ?? ''}
            maxLength={80}
            dir="auto"
            lang={language}
            refused={model.refused(`${path}.${language}`) ?? model.refused(path)}
            onValue={(text) => change({ labels: { ...labels, [language]: text } })}
          />
        ))}
      </div>
      <CheckField
        hint=""
        label={texts.questionRequired}
        value={required}
        onValue={(value) => change({ required: value })}
      />
      <button type="button" aria-label={fill(texts.removeQuestion, { number })} onClick={remove}>
        {texts.remove}
      </button>
    </fieldset>
  );
};
