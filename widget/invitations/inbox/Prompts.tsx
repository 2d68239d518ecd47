import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { defaultRule } from '../../../shared/core/prompts/kinds.ts';
import type { Person } from '../../../shared/core/people/site.ts';
import { listPeople } from '../../../shared/inbox/routes.ts';
import { invitationOpens } from '../../../shared/invitations/opens.ts';
import * as contract from '../../../shared/invitations/routes.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import { ByLanguage } from '../../core/staff/editing/ByLanguage.tsx';
import { EditableCards } from '../../core/staff/editing/EditableCards.tsx';
import { End } from '../../core/staff/editing/End.tsx';
import { Counts, Page, Tabs } from '../../core/staff/editing/Page.tsx';
import { useRevised } from '../../core/staff/editing/useRevised.ts';
import { CheckField, Field, SelectField, TextField } from '../../core/staff/fields.tsx';
import { RuleFields } from '../../core/staff/prompts/RuleFields.tsx';
import '../../core/staff/editing/styles.ts';
import type { RuleWords } from '../../../shared/core/prompts/texts.ts';
import { ruleWords } from '../../core/staff/prompts/words.ts';
import { useFeatureWords } from '../../core/staff/words.ts';
import { Budget } from './Budget.tsx';
import { Simulator } from './Simulator.tsx';
import { type StaffWords, words as staffWords } from './words.ts';

type Known = contract.StaffInvitation;
type Draft = contract.InvitationDraft;

const draftOf = ({ name, from, opens, texts, rule }: Known): Draft => ({ name, from, opens, texts, rule });
const points = (tag: string, share: number): string =>
  new Intl.NumberFormat(tag, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(share * 100);

const Outcome = ({ known, words }: { known: Known; words: StaffWords }) => {
  const { tag } = useLanguage();
  const { counts, lift, rule } = known;
  const number = new Intl.NumberFormat(tag);
  return (
    <Counts
      rows={[
        [words.shown, counts.shown],
        [words.taken, counts.acted],
        [words.dismissed, counts.dismissed],
        ...(rule.goal
          ? ([
              [words.held, counts.held],
              [words.goal, `${number.format(counts.goalsShown)} / ${number.format(counts.goalsHeld)}`],
              [
                words.lift,
                lift
                  ? fill(words.liftText, {
                      value: points(tag, lift.value),
                      from: points(tag, lift.from),
                      to: points(tag, lift.to),
                    })
                  : words.liftNone,
              ],
            ] as const)
          : []),
      ]}
    />
  );
};

const Editor = (given: {
  known: Known | null;
  id: string;
  people: readonly Person[];
  words: StaffWords;
  rules: RuleWords;
  onDone(): void;
  onReload(): void;
}) => {
  const { known, id, people, words, rules } = given;
  const staff = useStaff();
  const { tag } = useLanguage();
  const revised = useRevised<Known, Draft>(known, draftOf, () => ({
    name: '',
    from: null,
    opens: 'chat',
    texts: { [tag.split('-')[0]!]: { text: '', action: '' } },
    rule: defaultRule(),
  }));
  const { editing, value } = revised;
  const isAdmin = staff.membership.role !== 'agent';
  return (
    <div class="box">
      <CheckField
        label={rules.on}
        value={value.rule.on}
        onValue={(on) => editing.set({ rule: { ...value.rule, on } })}
      />
      <div class="grid">
        <TextField
          dir="auto"
          label={words.name}
          value={value.name}
          maxLength={80}
          onValue={(text) => editing.set({ name: text })}
        />
        <SelectField
          label={words.from}
          value={value.from ?? ''}
          options={[['', words.team], ...people.map((one) => [one.id, one.name] as [string, string])]}
          onValue={(from) => editing.set({ from: from || null })}
        />
        <SelectField
          label={words.opens}
          value={value.opens}
          options={invitationOpens.map((one) => [one, words[`opens_${one}`]] as const)}
          onValue={(opens) => editing.set({ opens })}
        />
      </div>
      <ByLanguage
        texts={value.texts}
        fresh={{ text: '', action: '' }}
        words={{ language: words.language, add: `${words.language} +`, remove: rules.remove }}
        onTexts={(texts) => editing.set({ texts })}
        draw={(text, language, put) => (
          <>
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
          </>
        )}
      />
      <RuleFields rule={value.rule} words={rules} onRule={(rule) => editing.set({ rule })} />
      <End
        revised={revised}
        words={words}
        canSave={isAdmin}
        canRemove={isAdmin}
        put={async (revision, draft) =>
          (
            await staff.call(contract.putInvitation, {
              path: { invitation: id },
              body: { revision, draft },
            })
          ).invitation
        }
        remove={(revision) =>
          staff.call(contract.deleteInvitation, { path: { invitation: id }, body: { revision } })
        }
        onReload={given.onReload}
        onDone={given.onDone}
      />
    </div>
  );
};

const tabs = ['invitations', 'budget', 'why'] as const;

/** What the team says unasked, what all of it shares, and why something does or does not come. */
export const Prompts = () => {
  const staff = useStaff();
  const words = useFeatureWords(staffWords);
  const rules = useFeatureWords(ruleWords);
  const tab = useSignal<(typeof tabs)[number]>('invitations');
  const [list, setList] = useState<Known[] | null>(null);
  const [people, setPeople] = useState<readonly Person[]>([]);
  const load = async (): Promise<void> => {
    const found = await staff.attempt(staff.call(contract.listInvitations, {}));
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
            <Editor
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
