import * as contract from '../../../shared/announcements/routes.ts';
import type { StaffAnnouncement } from '../../../shared/announcements/schema.ts';
import { primarySubtag } from '../../../shared/core/languages.ts';
import { defaultRule } from '../../../shared/core/prompts/kinds.ts';
import type { RuleWords } from '../../../shared/core/prompts/texts.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { ByLanguage } from '../../core/staff/editing/ByLanguage.tsx';
import { End } from '../../core/staff/editing/End.tsx';
import { CheckField } from '../../core/staff/fields.tsx';
import { useRevised } from '../../core/staff/editing/useRevised.ts';
import { AudienceFields } from './AudienceFields.tsx';
import { KindFields } from './KindFields.tsx';
import { Picture } from './Picture.tsx';
import { TextFields } from './TextFields.tsx';
import type { StaffWords } from './words.ts';

type Draft = contract.AnnouncementDraft;

const fresh = (tag: string, isIncident: boolean): Draft => ({
  form: 'card',
  category: isIncident ? 'incident' : 'new',
  texts: { [primarySubtag(tag)]: { title: '', body: '' } },
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
  return (
    <div class="box">
      <CheckField
        label={words.published}
        value={value.isPublished}
        onValue={(isPublished) => editing.set({ isPublished })}
      />
      <KindFields value={value} isAdmin={isAdmin} zone={zone} words={words} onChange={editing.set} />
      <ByLanguage
        texts={value.texts}
        fresh={{ title: '', body: '' }}
        words={{ add: words.addLanguage, remove: rules.remove }}
        onTexts={(texts) => editing.set({ texts })}
        draw={(text, language, put) => (
          <TextFields text={text} language={language} words={words} onChange={put} />
        )}
      />
      <Picture
        image={value.image}
        path={value.image === revised.stored.image ? revised.known?.picture?.path : undefined}
        words={words}
        onImage={(image) => editing.set({ image })}
      />
      <AudienceFields value={value} words={words} rules={rules} onChange={editing.set} />
      <End
        revised={revised}
        words={words}
        names={{ ...rules, ...words, title: words.headline }}
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
