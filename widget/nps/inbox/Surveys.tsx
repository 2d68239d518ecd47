import { isAtLeast } from '../../../shared/core/people/roles.ts';
import { useEffect, useState } from 'preact/hooks';
import type { Person } from '../../../shared/core/people/site.ts';
import { listPeople } from '../../../shared/inbox/routes.ts';
import type { StaffSurvey } from '../../../shared/nps/routes.ts';
import { useStaff } from '../../core/staff/context.ts';
import { EditableCards } from '../../core/staff/editing/EditableCards.tsx';
import { Counts } from '../../core/staff/editing/Page.tsx';
import { ruleTexts } from '../../core/staff/prompts/texts.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { Links } from './Links.tsx';
import { SurveyEditor } from './SurveyEditor.tsx';
import type { StaffTexts } from './texts.ts';

/** The surveys of a site: what they ask, of whom, and where else they can be answered. */
export const Surveys = ({
  list,
  texts,
  onReload,
}: {
  list: readonly StaffSurvey[];
  texts: StaffTexts;
  onReload(): void;
}) => {
  const staff = useStaff();
  const rules = useFeatureTexts(ruleTexts);
  const [people, setPeople] = useState<readonly Person[]>([]);
  useEffect(() => {
    void staff.attempt(staff.call(listPeople, {})).then((found) => found && setPeople(found.people));
  }, []);
  if (!rules) return null;
  return (
    <EditableCards
      list={list}
      texts={texts}
      draw={(known) => (
        <>
          <Counts
            rows={[
              [texts.shown, known.counts.shown],
              [texts.dismissed, known.counts.dismissed],
              [texts.answered, known.answered],
            ]}
          />
          <p class="quiet">
            {texts.element}: <code dir="ltr">{`<foyer-nps data-survey="${known.id}"></foyer-nps>`}</code>
          </p>
          <p class="quiet">
            {texts.page}:{' '}
            <a href={`/sites/${staff.membership.key}/nps/${known.id}`} target="_blank" rel="noopener">
              <bdi dir="ltr">{`/sites/${staff.membership.key}/nps/${known.id}`}</bdi>
            </a>
          </p>
          {isAtLeast(staff.membership.role, 'admin') && <Links survey={known.id} texts={texts} />}
        </>
      )}
      edit={(known, id, onDone) => (
        <SurveyEditor
          key={id}
          known={known}
          id={id}
          people={people}
          texts={texts}
          rules={rules}
          onReload={onReload}
          onDone={onDone}
        />
      )}
    />
  );
};
