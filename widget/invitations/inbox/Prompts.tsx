import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Person } from '../../../shared/core/people/site.ts';
import { listPeople } from '../../../shared/inbox/routes.ts';
import { listInvitations, type StaffInvitation } from '../../../shared/invitations/routes.ts';
import { useStaff } from '../../core/staff/context.ts';
import { EditableCards } from '../../core/staff/editing/EditableCards.tsx';
import { Page, Tabs } from '../../core/staff/editing/Page.tsx';
import '../../core/staff/editing/styles.ts';
import { ruleWords } from '../../core/staff/prompts/words.ts';
import { useFeatureWords } from '../../core/staff/words.ts';
import { Budget } from './Budget.tsx';
import { InvitationEditor } from './InvitationEditor.tsx';
import { Outcome } from './Outcome.tsx';
import { Simulator } from './Simulator.tsx';
import { words as staffWords } from './words.ts';

const tabs = ['invitations', 'budget', 'why'] as const;

/** What the team says unasked, what all of it shares, and why something does or does not come. */
export const Prompts = () => {
  const staff = useStaff();
  const words = useFeatureWords(staffWords);
  const rules = useFeatureWords(ruleWords);
  const tab = useSignal<(typeof tabs)[number]>('invitations');
  const [list, setList] = useState<StaffInvitation[] | null>(null);
  const [people, setPeople] = useState<readonly Person[]>([]);
  const load = async (): Promise<void> => {
    const found = await staff.attempt(staff.call(listInvitations, {}));
    if (found) setList(found.invitations);
  };
  useEffect(() => {
    void load();
    void staff.attempt(staff.call(listPeople, {})).then((found) => found && setPeople(found.people));
  }, []);
  if (!words || !rules) return null;
  return (
    <Page
      name="prompts"
      title={words.title}
      lead={words.lead}
      head={
        <Tabs
          tabs={tabs}
          names={words}
          shown={tab.value}
          onShow={(one) => {
            tab.value = one;
          }}
        />
      }
    >
      {tab.value === 'budget' && <Budget words={words} rules={rules} />}
      {tab.value === 'why' && <Simulator words={words} rules={rules} />}
      {tab.value === 'invitations' && (
        <EditableCards
          list={list}
          words={words}
          draw={(known) => (
            <>
              <p dir="auto">{Object.values(known.texts)[0]?.text}</p>
              <Outcome known={known} words={words} />
            </>
          )}
          edit={(known, id, onDone) => (
            <InvitationEditor
              key={id}
              known={known}
              id={id}
              people={people}
              words={words}
              rules={rules}
              onReload={() => void load()}
              onDone={onDone}
            />
          )}
        />
      )}
    </Page>
  );
};
