import { newId } from '../../../shared/core/ids.ts';
import { languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import { maxChatQuestions } from '../../../shared/chat/limits.ts';
import type { Asked, ChatQuestion } from '../../../shared/chat/settings.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { SelectField, TextField } from '../../core/staff/fields.tsx';
import { QuestionFields } from './QuestionFields.tsx';

const choices: readonly Asked[] = ['no', 'optional', 'required'];

/** The questions before the first message of a chat. */
export const ChatFields = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { chat, languages } = model.drafted().settings;
  const { questions } = chat;
  const spoken = [...new Set(languages.map((tag) => ourLanguage(tag) ?? 'en'))];
  const options = choices.map((choice) => [choice, texts[`asked_${choice}`]] as const);
  const set = (key: keyof typeof chat, value: unknown): void => model.set(['settings', 'chat', key], value);
  const change = (index: number, part: Partial<ChatQuestion>): void =>
    set(
      'questions',
      questions.map((one, at) => (at === index ? { ...one, ...part } : one)),
    );
  return (
    <section class="card" aria-labelledby="before-chat">
      <h2 id="before-chat">{texts.beforeChat}</h2>
      <p class="quiet">{texts.beforeLead}</p>
      <div class="pair">
        {(['name', 'email'] as const).map((key) => (
          <SelectField
            key={key}
            label={texts[key === 'name' ? 'personName' : 'email']}
            value={chat[key]}
            options={options}
            refused={model.refused(`settings.chat.${key}`)}
            onValue={(value) => set(key, value)}
          />
        ))}
      </div>
      {questions.map((question, index) => (
        <QuestionFields
          key={question.key}
          question={question}
          index={index}
          languages={spoken}
          change={(part) => change(index, part)}
          remove={() =>
            set(
              'questions',
              questions.filter((_, at) => at !== index),
            )
          }
        />
      ))}
      <button
        type="button"
        disabled={questions.length >= maxChatQuestions}
        onClick={() => set('questions', [...questions, { key: newId(), labels: {}, required: false }])}
      >
        {texts.addQuestion}
      </button>
      {spoken.map((language) => (
        <TextField
          key={language}
          label={fill(texts.consent, { language: languageNames[language] })}
          hint={language === spoken[0] ? texts.consentHint : undefined}
          value={chat.consent[language] ?? ''}
          maxLength={300}
          dir="auto"
          lang={language}
          refused={model.refused(`settings.chat.consent.${language}`)}
          onValue={(text) => model.set(['settings', 'chat', 'consent', language], text || undefined)}
        />
      ))}
      <TextField
        label={texts.consentLink}
        hint={texts.consentLinkHint}
        type="url"
        dir="ltr"
        value={chat.consentLink}
        maxLength={2_000}
        refused={model.refused('settings.chat.consentLink')}
        onValue={(text) => set('consentLink', text.trim())}
      />
    </section>
  );
};
