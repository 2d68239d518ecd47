import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { defaultRule } from '../../../shared/core/prompts/kinds.ts';
import type { Person } from '../../../shared/core/people/site.ts';
import { listPeople } from '../../../shared/inbox/routes.ts';
import { npsGroups } from '../../../shared/nps/groups.ts';
import * as contract from '../../../shared/nps/routes.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { CheckField, Field, NumberField, SelectField, TextField } from '../../core/staff/fields.tsx';
import { RuleFields } from '../../core/staff/prompts/RuleFields.tsx';
import { EditableCards } from '../../core/staff/editing/EditableCards.tsx';
import { End } from '../../core/staff/editing/End.tsx';
import { Counts } from '../../core/staff/editing/Page.tsx';
import { useRevised } from '../../core/staff/editing/useRevised.ts';
import type { RuleWords } from '../../../shared/core/prompts/texts.ts';
import { ruleWords } from '../../core/staff/prompts/words.ts';
import { useFeatureWords } from '../../core/staff/words.ts';
import type { StaffWords } from './words.ts';

type Known = contract.StaffSurvey;
type Draft = contract.SurveyDraft;

const draftOf = ({ name, question, follow, link, makeRight, owner, apartDays, rule }: Known): Draft => ({
  name,
  question,
  follow,
  link,
  makeRight,
  owner,
  apartDays,
  rule,
});
const fresh = (): Draft => ({
  name: '',
  question: {},
  follow: { promoter: {}, passive: {}, detractor: {} },
  link: '',
  makeRight: true,
  owner: null,
  apartDays: 90,
  rule: { ...defaultRule(), sample: 20, often: { kind: 'days', days: 180 }, backOffDays: 180 },
});

/** Links for a list of people, to be put into the owner's own mails. */
const Links = ({ survey, words }: { survey: string; words: StaffWords }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const typed = useSignal('');
  const made = useSignal('');
  const make = async (): Promise<void> => {
    const recipients = typed.value.split(/\n+/).flatMap((line) => line.trim() || []);
    const found = await staff.attempt(
      staff.call(contract.postLinks, {
        path: { survey },
        body: { recipients, language: tag.split('-')[0]! },
      }),
    );
    if (found)
      made.value = found.links
        .map(({ recipient, url }) =>
          [recipient, ...Array.from({ length: 11 }, (_, score) => `${url}&score=${score}`)].join('\t'),
        )
        .join('\n');
  };
  return (
    <details>
      <summary>{words.linksTitle}</summary>
      <div class="stack">
        <Field label={words.linksLead}>
          {({ id }) => (
            <textarea
              id={id}
              dir="ltr"
              rows={3}
              value={typed.value}
              onInput={(event) => {
                typed.value = event.currentTarget.value;
              }}
            />
          )}
        </Field>
        <div class="row-of-buttons">
          <button type="button" disabled={!typed.value.trim()} onClick={() => void make()}>
            {words.makeLinks}
          </button>
        </div>
        {made.value && (
          <textarea aria-label={words.linksTitle} dir="ltr" rows={5} readOnly value={made.value} />
        )}
      </div>
    </details>
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
  const revised = useRevised<Known, Draft>(known, draftOf, fresh);
  const { editing, value } = revised;
  const isAdmin = staff.membership.role !== 'agent';
  const language = useSignal(tag.split('-')[0]!);
  const own = (
    label: string,
    texts: Record<string, string>,
    put: (texts: Record<string, string>) => void,
  ) => (
    <TextField
      dir="auto"
      label={label}
      lang={language.value}
      value={texts[language.value] ?? ''}
      maxLength={200}
      onValue={(text) => {
        const { [language.value]: _, ...rest } = texts;
        put(text ? { ...rest, [language.value]: text } : rest);
      }}
    />
  );
  const languages = ['en', 'de', 'ru', 'el', 'sq', 'fil', 'eo', 'ar'];
  const names = new Intl.DisplayNames([tag], { type: 'language' });
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
          onValue={(name) => editing.set({ name })}
        />
        <SelectField
          label={rules.languages}
          value={language.value}
          options={languages.map((one) => [one, names.of(one) ?? one] as const)}
          onValue={(one) => {
            language.value = one;
          }}
        />
      </div>
      {own(words.question, value.question, (question) => editing.set({ question }))}
      {npsGroups.map((group) => (
        <div key={group}>
          {own(words[group], value.follow[group], (texts) =>
            editing.set({ follow: { ...value.follow, [group]: texts } }),
          )}
        </div>
      ))}
      <TextField
        dir="ltr"
        label={words.link}
        type="url"
        placeholder="https://"
        value={value.link}
        maxLength={2_000}
        onValue={(link) => editing.set({ link })}
      />
      <CheckField
        label={words.makeRight}
        value={value.makeRight}
        onValue={(makeRight) => editing.set({ makeRight })}
      />
      <div class="grid">
        <SelectField
          label={words.owner}
          value={value.owner ?? ''}
          options={[['', words.nobody], ...people.map((one) => [one.id, one.name] as [string, string])]}
          onValue={(owner) => editing.set({ owner: owner || null })}
        />
        <NumberField
          isOptional
          label={words.apart}
          value={value.apartDays}
          min={0}
          max={730}
          onValue={(apartDays = 0) => editing.set({ apartDays })}
        />
      </div>
      <RuleFields rule={value.rule} words={rules} onRule={(rule) => editing.set({ rule })} />
      <End
        revised={revised}
        words={words}
        canSave={isAdmin}
        canRemove={isAdmin}
        put={async (revision, draft) =>
          (await staff.call(contract.putSurvey, { path: { survey: id }, body: { revision, draft } })).survey
        }
        remove={(revision) => staff.call(contract.deleteSurvey, { path: { survey: id }, body: { revision } })}
        onReload={given.onReload}
        onDone={given.onDone}
      />
    </div>
  );
};

/** The surveys of a site: what they ask, of whom, and where else they can be answered. */
export const Surveys = ({
  list,
  words,
  onReload,
}: {
  list: readonly Known[];
  words: StaffWords;
  onReload(): void;
}) => {
  const staff = useStaff();
  const rules = useFeatureWords(ruleWords);
  const [people, setPeople] = useState<readonly Person[]>([]);
  useEffect(() => {
    void staff.attempt(staff.call(listPeople, {})).then((found) => found && setPeople(found.people));
  }, []);
  if (!rules) return null;
  return (
    <EditableCards
      list={list}
      words={words}
      draw={(known) => (
        <>
          <Counts
            rows={[
              [words.shown, known.counts.shown],
              [words.dismissed, known.counts.dismissed],
              [words.answered, known.answered],
            ]}
          />
          <p class="quiet">
            {words.element}: <code dir="ltr">{`<foyer-nps data-survey="${known.id}"></foyer-nps>`}</code>
          </p>
          <p class="quiet">
            {words.page}:{' '}
            <a href={`/sites/${staff.membership.key}/nps/${known.id}`} target="_blank" rel="noopener">
              <bdi dir="ltr">{`/sites/${staff.membership.key}/nps/${known.id}`}</bdi>
            </a>
          </p>
          {staff.membership.role !== 'agent' && <Links survey={known.id} words={words} />}
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
          onReload={onReload}
          onDone={onDone}
        />
      )}
    />
  );
};
