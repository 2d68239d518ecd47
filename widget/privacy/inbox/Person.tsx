import { isAtLeast } from '../../../shared/core/people/roles.ts';
import { useEffect, useState } from 'preact/hooks';
import { personalDataKinds } from '../../../shared/core/people/personalDataKinds.ts';
import type { PersonKept } from '../../../shared/core/people/personalData.ts';
import { erasePerson, getPerson } from '../../../shared/core/people/personalDataRoutes.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { Counts } from '../../core/staff/editing/Page.tsx';
import { stamp } from '../../core/staff/i18n.ts';
import { EraseDialog } from './EraseDialog.tsx';
import type { StaffTexts } from './texts.ts';

/** One person's data, and what can be done with it. */
export const Person = ({ who, texts, onErased }: { who: string; texts: StaffTexts; onErased(): void }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const [kept, setKept] = useState<PersonKept | null>(null);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    setKept(null);
    void staff.attempt(staff.call(getPerson, { query: { who } })).then(setKept);
  }, [who]);
  if (!kept) return null;
  const [first] = kept.visitors;
  const title = first?.name || first?.email || (who.includes('@') ? who : texts.anonymous);
  const mayAct = isAtLeast(staff.membership.role, 'admin');
  const rows = personalDataKinds.flatMap((kind) => {
    const count = kept.counts[kind];
    return count ? [[texts[kind], count] as const] : [];
  });
  const erase = async (sure: boolean): Promise<void> => {
    setAsking(false);
    if (sure && (await staff.attempt(staff.call(erasePerson, { body: { who } })))) onErased();
  };
  const address = `/api/inbox/${staff.membership.site}/person/export?${new URLSearchParams({ who, language: tag })}`;
  return (
    <section class="box" aria-labelledby="person-title">
      <h3 id="person-title" dir="auto">
        {title}
      </h3>
      {kept.visitors.map(({ id, email, verified, seenAt }) => (
        <p key={id} class="quiet">
          <bdi>{email ?? texts.noEmail}</bdi>
          {email && ` · ${verified ? texts.verified : texts.typed}`} · {texts.lastSeen} {stamp(tag, seenAt)}
        </p>
      ))}
      {rows.length === 0 ? <p>{texts.nothingKept}</p> : <Counts rows={rows} />}
      {mayAct && rows.length > 0 && (
        <div class="row-of-buttons">
          <a class="button" href={address} download>
            {texts.export}
          </a>
          <button type="button" class="danger" onClick={() => setAsking(true)}>
            {texts.erase}
          </button>
        </div>
      )}
      {!mayAct && <p class="quiet">{texts.adminsOnly}</p>}
      {isAsking && (
        <EraseDialog word={title} pages={kept.pages} texts={texts} done={(sure) => void erase(sure)} />
      )}
    </section>
  );
};
