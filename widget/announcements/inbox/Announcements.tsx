import { isAtLeast } from '../../../shared/core/people/roles.ts';
import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import * as contract from '../../../shared/announcements/routes.ts';
import type { StaffAnnouncement } from '../../../shared/announcements/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import { useStaff } from '../../core/staff/context.ts';
import { Page } from '../../core/staff/editing/Page.tsx';
import '../../core/staff/editing/styles.ts';
import { ruleTexts } from '../../core/staff/prompts/texts.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { AnnouncementCard } from './AnnouncementCard.tsx';
import { Editor } from './Editor.tsx';
import { type StaffTexts, texts as staffTexts } from './texts.ts';

const AddButtons = ({ texts, onAdd }: { texts: StaffTexts; onAdd(isIncident: boolean): void }) => {
  const staff = useStaff();
  return (
    <div class="row-of-buttons">
      {isAtLeast(staff.membership.role, 'admin') && (
        <button type="button" class="primary" onClick={() => onAdd(false)}>
          {texts.add}
        </button>
      )}
      <button type="button" onClick={() => onAdd(true)}>
        {texts.addIncident}
      </button>
    </div>
  );
};

/** Announcements and incidents, as the team writes them. */
export const Announcements = () => {
  const staff = useStaff();
  const texts = useFeatureTexts(staffTexts);
  const rules = useFeatureTexts(ruleTexts);
  const open = useSignal<{ id: string; isIncident: boolean } | null>(null);
  const [list, setList] = useState<{ announcements: StaffAnnouncement[]; zone: string } | null>(null);
  const load = async (): Promise<void> => {
    const found = await staff.attempt(staff.call(contract.listForStaff, {}));
    if (found) setList(found);
  };
  useEffect(() => {
    void load();
  }, []);
  if (!texts || !rules || !list) return null;
  const isNew = open.value !== null && !list.announcements.some(({ id }) => id === open.value?.id);
  const editor = (known: StaffAnnouncement | null) => (
    <Editor
      // biome-ignore lint/style/noNonNullAssertion: drawn only while one is open
      key={open.value!.id}
      known={known}
      // biome-ignore lint/style/noNonNullAssertion: drawn only while one is open
      id={open.value!.id}
      // biome-ignore lint/style/noNonNullAssertion: drawn only while one is open
      isIncident={open.value!.isIncident}
      zone={list.zone}
      texts={texts}
      rules={rules}
      onReload={() => void load()}
      onDone={() => {
        open.value = null;
      }}
    />
  );
  return (
    <Page
      name="news"
      title={texts.title}
      lead={texts.lead}
      head={
        <AddButtons
          texts={texts}
          onAdd={(isIncident) => {
            open.value = { id: newId(), isIncident };
          }}
        />
      }
    >
      {list.announcements.length === 0 && !isNew && <p class="empty">{texts.none}</p>}
      {isNew && editor(null)}
      <ul class="cards">
        {list.announcements.map((known) => {
          const isOpen = open.value?.id === known.id;
          return (
            <AnnouncementCard
              key={known.id}
              known={known}
              zone={list.zone}
              texts={texts}
              editor={isOpen ? editor(known) : null}
              onToggle={() => {
                open.value = isOpen ? null : { id: known.id, isIncident: false };
              }}
              onReload={() => void load()}
            />
          );
        })}
      </ul>
    </Page>
  );
};
