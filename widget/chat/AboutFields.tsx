import { ownText } from './about.ts';
import { ConsentField } from './ConsentField.tsx';
import { IntakeField, type IntakeProps } from './IntakeField.tsx';

/** Longest answers, UTF-16 code units; the server refuses more. */
const longest = { name: 80, email: 254, answer: 500 };

/** The questions before a chat. */
export const AboutFields = (given: IntakeProps) => {
  const { texts, text, about } = given;
  const { name, email, answers } = about.input.value;
  const rules = about.rules.value;
  return (
    <div class="stack">
      {rules && rules.name !== 'no' && (
        <IntakeField
          {...given}
          field="name"
          label={texts.get('name')}
          value={name}
          required={rules.name === 'required'}
          control={{ autocomplete: 'name', dir: 'auto', maxLength: longest.name }}
        />
      )}
      {rules && rules.email !== 'no' && (
        <IntakeField
          {...given}
          field="email"
          label={texts.get('email')}
          value={email}
          required={rules?.email === 'required'}
          hint={text('reachYou')}
          control={{ type: 'email', autocomplete: 'email', dir: 'ltr', maxLength: longest.email }}
        />
      )}
      {rules?.questions.map(({ key, labels, required }) => (
        <IntakeField
          {...given}
          key={key}
          field={`answers.${key}`}
          label={ownText(labels, texts.language)}
          value={answers[key] ?? ''}
          required={required}
          control={{ dir: 'auto', maxLength: longest.answer }}
        />
      ))}
      <ConsentField {...given} />
    </div>
  );
};
