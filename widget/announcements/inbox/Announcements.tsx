import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { reactions } from '../../../shared/announcements/kinds.ts';
import * as contract from '../../../shared/announcements/routes.ts';
import type { StaffAnnouncement } from '../../../shared/announcements/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { Card, Counts, Page } from '../../core/staff/editing/Page.tsx';
import '../../core/staff/editing/styles.ts';
import { ruleWords } from '../../core/staff/prompts/words.ts';
import { useFeatureWords } from '../../core/staff/words.ts';
import { Editor } from './Editor.tsx';
import { Updates } from './Updates.tsx';
import { words as staffWords } from './words.ts';

/** What is new, and what is known to be broken, as the team tells it. */
export const Announcements = () => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const words = useFeatureWords(staffWords);
  const rules = useFeatureWords(ruleWords);
  const open = useSignal<{ id: string; isIncident: boolean } | null>(null);
  const [list, setList] = useState<{ announcements: StaffAnnouncement[]; zone: string } | null>(null);
  const load = async (): Promise<void> => {
    const found = await staff.attempt(staff.call(contract.listForStaff, {}));
    if (found) setList(found);
  };
  useEffect(() => {
    void load();
  }, []);
  if (!words || !rules || !list) return null;
  const isNew = open.value !== null && !list.announcements.some(({ id }) => id === open.value?.id);
  const editor = (known: StaffAnnouncement | null) => (
    <Editor
      key={open.value!.id}
      known={known}
      id={open.value!.id}
      isIncident={open.value!.isIncident}
      zone={list.zone}
      words={words}
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
      title={words.title}
      lead={words.lead}
      head={
        <div class="row-of-buttons">
          {staff.membership.role !== 'agent' && (
            <button
              type="button"
              class="primary"
              onClick={() => {
                open.value = { id: newId(), isIncident: false };
              }}
            >
              {words.add}
            </button>
          )}
          <button
            type="button"
            onClick={() => {
              open.value = { id: newId(), isIncident: true };
            }}
          >
            {words.addIncident}
          </button>
        </div>
      }
    >
      {list.announcements.length === 0 && !isNew && <p class="empty">{words.none}</p>}
      {isNew && editor(null)}
      <ul class="cards">
        {list.announcements.map((known) => {
          const isUnasked = known.draft.form === 'banner' || known.draft.form === 'modal';
          const isOpen = open.value?.id === known.id;
          return (
            <Card
              key={known.id}
              title={Object.values(known.draft.texts)[0]?.title}
              state={words[`state_${known.state}`]}
              isGood={known.state === 'live'}
              edit={words.edit}
              editor={isOpen ? editor(known) : null}
              onToggle={() => {
                open.value = isOpen ? null : { id: known.id, isIncident: false };
              }}
            >
              <p class="quiet">
                {words[`cat_${known.draft.category}`]} · {words[`form_${known.draft.form}`]} ·{' '}
                {new Intl.DateTimeFormat(tag, {
                  dateStyle: 'medium',
                  timeStyle: 'short',
                  timeZone: list.zone,
                }).format(known.draft.publishAt)}{' '}
                ·{' '}
                <a href={known.path} target="_blank" rel="noopener">
                  {words.open}
                </a>
              </p>
              <Counts
                rows={[
                  [words.seen, known.seen],
                  ...(known.draft.category === 'incident'
                    ? [[words.followers, known.followers] as const]
                    : reactions.map((one) => [words[one], known.reactions[one]] as const)),
                  ...(isUnasked
                    ? ([
                        [words.shown, known.counts.shown],
                        [words.dismissed, known.counts.dismissed],
                      ] as const)
                    : []),
                ]}
              />
              {known.draft.category === 'incident' && (
                <Updates known={known} words={words} onReload={() => void load()} />
              )}
            </Card>
          );
        })}
      </ul>
    </Page>
  );
};
