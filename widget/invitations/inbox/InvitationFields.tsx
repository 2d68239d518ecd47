import type { Person } from '../../../shared/core/people/site.ts';
import { invitationOpens } from '../../../shared/invitations/opens.ts';
import type { InvitationDraft } from '../../../shared/invitations/routes.ts';
import { CardPreview } from '../../core/staff/editing/CardPreview.tsx';
import { ByLanguage } from '../../core/staff/editing/ByLanguage.tsx';
import { Field, SelectField, TextField } from '../../core/staff/fields.tsx';
import type { StaffWords } from './words.ts';

interface InvitationFieldsProps {
  value: InvitationDraft;
  words: StaffWords;
  set(part: Partial<InvitationDraft>): void;
}

/** The name of an invitation, whom it's from, and what it opens. */
export const InvitationFields = (given: InvitationFieldsProps & { people: readonly Person[] }) => {
  const { value, words, people, set } = given;
  return (
    <div class="grid">
      <TextField
        dir="auto"
        label={words.name}
        value={value.name}
        maxLength={80}
        onValue={(text) => set({ name: text })}
      />
      <SelectField
        label={words.from}
        value={value.from ?? ''}
        options={[['', words.team], ...people.map((one) => [one.id, one.name] as [string, string])]}
        onValue={(from) => set({ from: from || null })}
      />
      <SelectField
        label={words.opens}
        value={value.opens}
        options={invitationOpens.map((one) => [one, words[`opens_${one}`]] as const)}
        onValue={(opens) => set({ opens })}
      />
    </div>
  );
};

/** The words of an invitation, language by language. @param remove the word for taking a language away */
export const InvitationTexts = (given: InvitationFieldsProps & { remove: string }) => {
  const { value, words, remove, set } = given;
  return (
    <ByLanguage
      texts={value.texts}
      fresh={{ text: '', action: '' }}
      words={{ add: words.addLanguage, remove }}
      onTexts={(texts) => set({ texts })}
      draw={(text, language, put) => (
        <div class="beside">
          <div>
            <Field label={words.text}>
              {({ id: field }) => (
                <textarea
                  id={field}
                  dir="auto"
                  lang={language}
                  rows={2}
                  maxLength={280}
                  value={text.text}
                  onInput={(event) => put({ text: event.currentTarget.value })}
                />
              )}
            </Field>
            <TextField
              dir="auto"
              label={words.action}
              lang={language}
              value={text.action}
              maxLength={40}
              onValue={(action) => put({ action })}
            />
          </div>
          <CardPreview language={language} body={text.text} buttons={[text.action]} />
        </div>
      )}
    />
  );
};
