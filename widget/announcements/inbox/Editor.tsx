import { announcementCategories, announcementForms } from '../../../shared/announcements/kinds.ts';
import * as contract from '../../../shared/announcements/routes.ts';
import type { StaffAnnouncement } from '../../../shared/announcements/schema.ts';
import { defaultRule } from '../../../shared/core/prompts/kinds.ts';
import type { RuleWords } from '../../../shared/core/prompts/texts.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { ByLanguage } from '../../core/staff/editing/ByLanguage.tsx';
import { End } from '../../core/staff/editing/End.tsx';
import { CheckField, Field, SelectField, TextField } from '../../core/staff/fields.tsx';
import { useRevised } from '../../core/staff/editing/useRevised.ts';
import { fill } from '../../core/text/fill.ts';
import { Preview } from '../../core/staff/Preview.tsx';
import { AttributeRows, PageRows } from '../../core/staff/prompts/rows.tsx';
import { RuleFields } from '../../core/staff/prompts/RuleFields.tsx';
import { Picture } from './Picture.tsx';
import type { StaffWords } from './words.ts';
import { fromLocal, toLocal } from './zoned.ts';

type Draft = contract.AnnouncementDraft;

const fresh = (tag: string, isIncident: boolean): Draft => ({
  form: 'card',
  category: isIncident ? 'incident' : 'new',
  texts: { [tag.split('-')[0]!]: { title: '', body: '' } },
  image: null,
  isPublished: isIncident,
  publishAt: Date.now(),
  expiresAt: null,
  pages: [],
  attributes: [],
  rule: { ...defaultRule(), on: true },
});

/** News while it is written. */
export const Editor = (given: {
  known: StaffAnnouncement | null;
  id: string;
  isIncident: boolean;
  zone: string;
  words: StaffWords;
  rules: RuleWords;
  onDone(): void;
  onReload(): void;
}) => {
  const { known, id, zone, words, rules } = given;
  const staff = useStaff();
  const { tag } = useLanguage();
  const revised = useRevised<StaffAnnouncement, Draft>(
    known,
    ({ draft }) => draft,
    () => fresh(tag, given.isIncident),
  );
  const { editing, value } = revised;
  const isAdmin = staff.membership.role !== 'agent';
  const categories = isAdmin ? announcementCategories : (['incident'] as const);
  const time = (label: string, at: number | null, onTime: (at: number | null) => void) => (
    <Field label={label}>
      {({ id: field }) => (
        <input
          id={field}
          type="datetime-local"
          value={at === null ? '' : toLocal(at, zone)}
          onInput={(event) => onTime(fromLocal(event.currentTarget.value, zone))}
        />
      )}
    </Field>
  );
  return (
    <div class="box">
      <CheckField
        label={words.published}
        value={value.isPublished}
        onValue={(isPublished) => editing.set({ isPublished })}
      />
      <div class="grid">
        <SelectField
          label={words.category}
          value={value.category}
          options={categories.map((one) => [one, words[`cat_${one}`]] as const)}
          onValue={(category) => editing.set({ category })}
        />
        <SelectField
          label={words.form}
          value={value.form}
          options={announcementForms.map((one) => [one, words[`form_${one}`]] as const)}
          onValue={(form) => editing.set({ form })}
        />
        {time(words.publishAt, value.publishAt, (at) => at !== null && editing.set({ publishAt: at }))}
        {time(words.expiresAt, value.expiresAt, (expiresAt) => editing.set({ expiresAt }))}
      </div>
      <p class="quiet">{fill(words.zone, { zone })}</p>
      <ByLanguage
        texts={value.texts}
        fresh={{ title: '', body: '' }}
        words={{ language: words.language, add: words.addLanguage, remove: rules.remove }}
        onTexts={(texts) => editing.set({ texts })}
        draw={(text, language, put) => (
          <>
            <TextField
              dir="auto"
              label={words.headline}
              lang={language}
              value={text.title}
              maxLength={140}
              onValue={(title) => put({ title })}
            />
            <Field label={words.body}>
              {({ id: field }) => (
                <textarea
                  id={field}
                  dir="auto"
                  lang={language}
                  rows={5}
                  maxLength={5_000}
                  value={text.body}
                  onInput={(event) => put({ body: event.currentTarget.value })}
                />
              )}
            </Field>
            {text.body.trim() && (
              <details>
                <summary>{words.preview}</summary>
                <Preview text={text.body} />
              </details>
            )}
          </>
        )}
      />
      <Picture
        image={value.image}
        path={value.image === revised.stored.image ? revised.known?.picture?.path : undefined}
        words={words}
        onImage={(image) => editing.set({ image })}
      />
      <PageRows
        title={words.pages}
        pages={value.pages}
        most={20}
        words={rules}
        onPages={(pages) => editing.set({ pages })}
      />
      <AttributeRows
        tests={value.attributes}
        words={rules}
        onTests={(attributes) => editing.set({ attributes })}
      />
      {(value.form === 'banner' || value.form === 'modal') && (
        <RuleFields
          rule={value.rule}
          words={rules}
          audience="elsewhere"
          onRule={(rule) => editing.set({ rule })}
        />
      )}
      <End
        revised={revised}
        words={words}
        canSave={isAdmin || value.category === 'incident'}
        canRemove={isAdmin}
        put={async (revision, draft) =>
          (
            await staff.call(contract.putAnnouncement, {
              path: { announcement: id },
              body: { revision, draft },
            })
          ).announcement
        }
        remove={(revision) =>
          staff.call(contract.deleteAnnouncement, { path: { announcement: id }, body: { revision } })
        }
        onReload={given.onReload}
        onDone={given.onDone}
      />
    </div>
  );
};
