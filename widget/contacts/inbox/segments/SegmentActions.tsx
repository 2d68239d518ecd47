import { useRef, useState } from 'preact/hooks';
import { makeCallList, stageSegment } from '../../../../shared/contacts/segments/routes.ts';
import { newId } from '../../../../shared/core/ids.ts';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';
import { counted } from '../../../core/staff/i18n.ts';
import { part } from '../chosen.ts';
import { OpenForm } from './OpenForm.tsx';
import type { SegmentTexts } from './texts.ts';
import type { SegmentModel } from './useSegment.ts';

/** The most contacts that one action is for; the server refuses more. */
const maxMembers = 1_000;

interface Given {
  model: SegmentModel;
  texts: SegmentTexts;
}

/** One stage for all. */
const StageForm = ({ model, texts, onDone }: Given & { onDone(text: string): void }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const [stage, setStage] = useState('');
  const apply = async (): Promise<void> => {
    const reply = await staff.attempt(
      staff.call(stageSegment, { body: { rule: model.rule, stage: stage || null } }),
    );
    if (reply) onDone(counted(tag, texts.changed, reply.changed));
  };
  return (
    <form
      class="row-of-buttons"
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <select
        aria-label={texts.stage}
        value={stage}
        onChange={(event) => setStage(event.currentTarget.value)}
      >
        <option value="">{texts.noStage}</option>
        {model.list?.stages.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit">{texts.stage}</button>
    </form>
  );
};

/** A list of calls to all, with a text for whoever calls. */
const CallForm = ({ model, texts, onDone }: Given & { onDone(text: string): void }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const [offer, setOffer] = useState('');
  // The same press again, after a lost answer, makes no second list.
  const id = useRef(newId());
  const make = async (): Promise<void> => {
    const body = {
      id: id.current,
      rule: model.rule,
      name: model.shown.name || texts.own,
      text: offer,
    };
    const reply = await staff.attempt(staff.call(makeCallList, { body }));
    if (!reply) return;
    id.current = newId();
    setOffer('');
    onDone(counted(tag, texts.listed, reply.calls));
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <label class="stack">
        <span>{texts.offer}</span>
        <textarea
          dir="auto"
          rows={2}
          maxLength={1_000}
          value={offer}
          onInput={(event) => setOffer(event.currentTarget.value)}
        />
      </label>
      <div class="row-of-buttons">
        <button type="submit">{texts.makeCalls}</button>
        <button type="button" onClick={() => (part.value = 'calls')}>
          {texts.calls}
        </button>
      </div>
    </form>
  );
};

/** Actions on all contacts of the segment on screen. */
export const SegmentActions = ({ model, texts }: Given) => {
  const [said, setSaid] = useState('');
  const { found, list } = model;
  if (!found || found.count === 0) return null;
  return (
    <details class="segment-actions">
      <summary>{texts.actions}</summary>
      {found.count > maxMembers ? (
        <p class="quiet">{texts.tooMany}</p>
      ) : (
        <>
          {(list?.stages.length ?? 0) > 0 && <StageForm model={model} texts={texts} onDone={setSaid} />}
          <OpenForm model={model} texts={texts} onDone={setSaid} />
          <CallForm model={model} texts={texts} onDone={setSaid} />
          <p class="quiet" role="status">
            {said}
          </p>
        </>
      )}
    </details>
  );
};
