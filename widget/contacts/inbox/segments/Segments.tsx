import { isAtLeast } from '../../../../shared/core/people/roles.ts';
import { useState } from 'preact/hooks';
import { groupsOf, purposes } from '../../../../shared/contacts/segments/fields.ts';
import { exportSegment } from '../../../../shared/contacts/segments/routes.ts';
import { fillPath } from '../../../../shared/core/route.ts';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';
import { Page } from '../../../core/staff/editing/Page.tsx';
import { SelectField } from '../../../core/staff/fields.tsx';
import { counted } from '../../../core/staff/i18n.ts';
import type { ContactTexts } from '../texts.ts';
import { Conditions } from './Conditions.tsx';
import { Members } from './Members.tsx';
import { NotifyField } from './NotifyField.tsx';
import { PartTabs } from './PartTabs.tsx';
import { SegmentActions } from './SegmentActions.tsx';
import type { SegmentTexts } from './texts.ts';
import { type SegmentModel, useSegment } from './useSegment.ts';

interface Given {
  model: SegmentModel;
  texts: SegmentTexts;
}

/** Which segment is shown. */
const Choice = ({ model: { ready, list, shown, choose }, texts }: Given) => {
  const isSaved = shown.isReady || list?.segments.some(({ id }) => id === shown.id);
  return (
    <select
      aria-label={texts.choose}
      value={isSaved ? shown.id : ''}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {[...ready, ...(list?.segments ?? [])].map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      <option value="">{texts.own}</option>
    </select>
  );
};

/** The rule of the segment, and its name where it's to be saved. */
const Rule = ({ model, texts }: Given) => {
  const { shown, list, change, isWhole } = model;
  const [isSaved, setSaved] = useState(false);
  if (!list) return null;
  const save = async (): Promise<void> => setSaved(await model.save());
  return (
    <form
      class="box stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onInput={() => setSaved(false)}
    >
      <Conditions
        groups={groupsOf(shown)}
        list={list}
        texts={texts}
        onGroups={([conditions = [], ...alternatives]) =>
          change({
            conditions: [...conditions],
            alternatives: alternatives.length ? alternatives.map((tests) => [...tests]) : undefined,
          })
        }
      />
      <SelectField
        label={texts.purpose}
        hint={texts.purposeHint}
        value={shown.purpose}
        options={purposes.map((purpose) => [purpose, texts[`purpose_${purpose}`]] as const)}
        onValue={(purpose) => change({ purpose })}
      />
      {!shown.isReady && (
        <label class="check">
          <input
            type="checkbox"
            checked={shown.watched === true}
            onChange={(event) => change({ watched: event.currentTarget.checked })}
          />
          <span>
            {texts.watched} <span class="quiet">{texts.watchedHint}</span>
          </span>
        </label>
      )}
      {!shown.isReady && (
        <NotifyField
          value={shown.notify ?? { people: [], teams: [] }}
          texts={texts}
          onValue={(notify) => {
            setSaved(false);
            change({ notify });
          }}
        />
      )}
      {!shown.isReady && (
        <div class="row-of-buttons">
          <input
            aria-label={texts.name}
            placeholder={texts.name}
            dir="auto"
            maxLength={60}
            required
            value={shown.name}
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
          <button type="submit" disabled={!isWhole}>
            {texts.save}
          </button>
          {list.segments.some(({ id }) => id === shown.id) && (
            <button type="button" onClick={() => void model.remove()}>
              {texts.delete}
            </button>
          )}
          <span role="status">{isSaved && texts.saved}</span>
        </div>
      )}
    </form>
  );
};

/** Segments of contacts: their rule, who fits it now and why, and what can be done with all of them. */
export const Segments = ({ texts, contactTexts }: { texts: SegmentTexts; contactTexts: ContactTexts }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const model = useSegment(texts);
  const { found, shown, list } = model;
  const isKept = shown.isReady || list?.segments.some(({ id }) => id === shown.id);
  const address = fillPath(exportSegment.path, { site: staff.membership.site, segment: shown.id });
  return (
    <Page name="segments" title={texts.segments} lead={texts.lead} head={<PartTabs texts={texts} />}>
      <div class="segment-head">
        <Choice model={model} texts={texts} />
        <strong role="status">{found && counted(tag, texts.found, found.count)}</strong>
        {isKept && isAtLeast(staff.membership.role, 'admin') && (found?.count ?? 0) > 0 && (
          <a href={address} download>
            {texts.export}
          </a>
        )}
      </div>
      <Rule key={shown.id} model={model} texts={texts} />
      <SegmentActions key={`actions ${shown.id}`} model={model} texts={texts} />
      <Members model={model} texts={texts} contactTexts={contactTexts} />
    </Page>
  );
};
