import { isAtLeast } from '../../../shared/core/people/roles.ts';
import * as contract from '../../../shared/announcements/routes.ts';
import type { StaffAnnouncement } from '../../../shared/announcements/schema.ts';
import { primarySubtag } from '../../../shared/core/languages.ts';
import { defaultRule } from '../../../shared/core/prompts/kinds.ts';
import type { RuleTexts } from '../../../shared/core/prompts/texts.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { ByLanguage } from '../../core/staff/editing/ByLanguage.tsx';
import { End } from '../../core/staff/editing/End.tsx';
import { CheckField } from '../../core/staff/fields.tsx';
import { useRevised } from '../../core/staff/editing/useRevised.ts';
import { AudienceFields } from './AudienceFields.tsx';
import { KindFields } from './KindFields.tsx';
import { Picture } from './Picture.tsx';
import { TextFields } from './TextFields.tsx';
import type { StaffTexts } from './texts.ts';

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
  texts: StaffTexts;
  rules: RuleTexts;
  onDone(): void;
  onReload(): void;
}) => {
  const { known, id, zone, texts, rules } = given;
  const staff = useStaff();
  const { tag } = useLanguage();
  const revised = useRevised<StaffAnnouncement, Draft>(
    known,
    ({ draft }) => draft,
    () => fresh(tag, given.isIncident),
  );
  const { editing, value } = revised;
  const isAdmin = isAtLeast(staff.membership.role, 'admin');
  return (
    <div class="box">
      <CheckField
        label={texts.published}
        value={value.isPublished}
        onValue={(isPublished) => editing.set({ isPublished })}
      />
      <KindFields value={value} isAdmin={isAdmin} zone={zone} texts={texts} onChange={editing.set} />
      <ByLanguage
        texts={value.texts}
        fresh={{ title: '', body: '' }}
        labels={{ add: texts.addLanguage, remove: rules.remove }}
        onTexts={(texts) => editing.set({ texts })}
        draw={(text, language, put) => (
          <TextFields text={text} language={language} texts={texts} onChange={put} />
        )}
      />
      <Picture
        image={value.image}
        path={value.image === revised.stored.image ? revised.known?.picture?.path : undefined}
        texts={texts}
        onImage={(image) => editing.set({ image })}
      />
      <AudienceFields value={value} texts={texts} rules={rules} onChange={editing.set} />
      <End
        revised={revised}
        texts={texts}
        names={{ ...rules, ...texts, title: texts.headline }}
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
