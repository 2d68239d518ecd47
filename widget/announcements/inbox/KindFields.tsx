import { announcementCategories, announcementForms } from '../../../shared/announcements/kinds.ts';
import type { AnnouncementDraft } from '../../../shared/announcements/routes.ts';
import { Field, SelectField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import type { StaffTexts } from './texts.ts';
import { fromLocal, toLocal } from '../../core/staff/zoned.ts';

const TimeField = ({
  label,
  at,
  zone,
  onTime,
}: {
  label: string;
  at: number | null;
  zone: string;
  onTime(at: number | null): void;
}) => (
  <Field label={label}>
    {({ id }) => (
      <input
        id={id}
        type="datetime-local"
        value={at === null ? '' : toLocal(at, zone)}
        onInput={(event) => onTime(fromLocal(event.currentTarget.value, zone))}
      />
    )}
  </Field>
);

/** The kind of an announcement, how it is shown, and from when until when. */
export const KindFields = ({
  value,
  isAdmin,
  zone,
  texts,
  onChange,
}: {
  value: AnnouncementDraft;
  isAdmin: boolean;
  zone: string;
  texts: StaffTexts;
  onChange(change: Partial<AnnouncementDraft>): void;
}) => {
  const categories = isAdmin ? announcementCategories : (['incident'] as const);
  return (
    <>
      <div class="grid">
        <SelectField
          label={texts.category}
          value={value.category}
          options={categories.map((one) => [one, texts[`cat_${one}`]] as const)}
          onValue={(category) => onChange({ category })}
        />
        <SelectField
          label={texts.form}
          value={value.form}
          options={announcementForms.map((one) => [one, texts[`form_${one}`]] as const)}
          onValue={(form) => onChange({ form })}
        />
        <TimeField
          label={texts.publishAt}
          at={value.publishAt}
          zone={zone}
          onTime={(at) => at !== null && onChange({ publishAt: at })}
        />
        <TimeField
          label={texts.expiresAt}
          at={value.expiresAt}
          zone={zone}
          onTime={(expiresAt) => onChange({ expiresAt })}
        />
      </div>
      <p class="quiet">{fill(texts.zone, { zone })}</p>
    </>
  );
};
