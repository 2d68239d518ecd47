import type { Person } from '../../../shared/core/people/site.ts';
import { invitationOpens } from '../../../shared/invitations/opens.ts';
import type { InvitationDraft } from '../../../shared/invitations/routes.ts';
import { CardPreview } from '../../core/staff/editing/CardPreview.tsx';
import { ByLanguage } from '../../core/staff/editing/ByLanguage.tsx';
import { Field, SelectField, TextField } from '../../core/staff/fields.tsx';
import type { StaffTexts } from './texts.ts';

interface InvitationFieldsProps {
  value: InvitationDraft;
  texts: StaffTexts;
  set(part: Partial<InvitationDraft>): void;
}

/** The name of an invitation, whom it's from, and what it opens. */
export const InvitationFields = (given: InvitationFieldsProps & { people: readonly Person[] }) => {
  const { value, texts, people, set } = given;
  return (
    <div class="grid">
      <TextField
        dir="auto"
        label={texts.name}
        value={value.name}
        maxLength={80}
        onValue={(text) => set({ name: text })}
      />
      <SelectField
        label={texts.from}
        value={value.from ?? ''}
        options={[['', texts.team], ...people.map((one) => [one.id, one.name] as [string, string])]}
        onValue={(from) => set({ from: from || null })}
      />
      <SelectField
        label={texts.opens}
        value={value.opens}
        options={invitationOpens.map((one) => [one, texts[`opens_${one}`]] as const)}
        onValue={(opens) => set({ opens })}
      />
    </div>
  );
};

/** Texts of an invitation, by language. @param remove label of the button that takes a language away */
export const InvitationTexts = (given: InvitationFieldsProps & { remove: string }) => {
  const { value, texts, remove, set } = given;
  return (
    <ByLanguage
      texts={value.texts}
      fresh={{ text: '', action: '' }}
      labels={{ add: texts.addLanguage, remove }}
      onTexts={(texts) => set({ texts })}
      draw={(text, language, put) => (
        <div class="beside">
          <div>
            <Field label={texts.text}>
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
              label={texts.action}
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
