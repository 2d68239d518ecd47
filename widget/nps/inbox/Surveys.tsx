import { useEffect, useState } from 'preact/hooks';
import type { Person } from '../../../shared/core/people/site.ts';
import { listPeople } from '../../../shared/inbox/routes.ts';
import type { StaffSurvey } from '../../../shared/nps/routes.ts';
import { useStaff } from '../../core/staff/context.ts';
import { EditableCards } from '../../core/staff/editing/EditableCards.tsx';
import { Counts } from '../../core/staff/editing/Page.tsx';
import { ruleWords } from '../../core/staff/prompts/words.ts';
import { useFeatureWords } from '../../core/staff/words.ts';
import { Links } from './Links.tsx';
import { SurveyEditor } from './SurveyEditor.tsx';
import type { StaffWords } from './words.ts';

/** The surveys of a site: what they ask, of whom, and where else they can be answered. */
export const Surveys = ({
  list,
  words,
  onReload,
}: {
  list: readonly StaffSurvey[];
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
        <SurveyEditor
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
