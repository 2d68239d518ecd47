import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { ideaOrders, ideaStates, type IdeaStatus, ideaStatuses } from '../../../shared/ideas/states.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { Page } from '../../core/staff/editing/Page.tsx';
import '../../core/staff/editing/styles.ts';
import { SelectField } from '../../core/staff/fields.tsx';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { IdeaText } from './IdeaForms.tsx';
import { IdeaRow } from './IdeaRow.tsx';
import { createIdeas, type IdeasModel } from './ideasModel.ts';
import './styles.ts';
import { type IdeaTexts, texts as ideaTexts } from './texts.ts';

type Given = { model: IdeasModel; texts: IdeaTexts };

/** The choice of a list: visibility, words, status, order. */
const Choices = ({ model, texts }: Given) => {
  const { tag } = useLanguage();
  const { state, status, order, q } = model.chosen.value;
  const waiting = model.waiting.value;
  return (
    <>
      <div class="row-of-buttons" role="group" aria-label={texts.states}>
        {ideaStates.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === state}
            onClick={() => model.show({ state: one, status: '' })}
          >
            {texts[`state_${one}`]}
            {one === 'waiting' && waiting > 0 && ` ${new Intl.NumberFormat(tag).format(waiting)}`}
          </button>
        ))}
      </div>
      <div class="idea-choices">
        <input
          type="search"
          maxLength={200}
          aria-label={texts.search}
          placeholder={texts.search}
          value={q}
          onInput={(event) => model.show({ q: event.currentTarget.value })}
        />
        {state === 'public' && (
          <>
            <SelectField<IdeaStatus | ''>
              label={texts.filter}
              value={status}
              options={[
                ['', texts.anyStatus],
                ...ideaStatuses.map((one) => [one, texts[`status_${one}`]] as const),
              ]}
              onValue={(value) => model.show({ status: value })}
            />
            <SelectField
              label={texts.sort}
              value={order}
              options={ideaOrders.map((one) => [one, texts[`order_${one}`]] as const)}
              onValue={(value) => model.show({ order: value })}
            />
          </>
        )}
      </div>
    </>
  );
};

const Adding = ({ model, texts }: Given) => {
  const { tag } = useLanguage();
  const isOpen = useSignal(false);
  const close = (): void => {
    isOpen.value = false;
  };
  return isOpen.value ? (
    <IdeaText
      idea={null}
      texts={texts}
      save={(title, details) => model.add(title, details, tag)}
      close={close}
    />
  ) : (
    <div class="row-of-buttons">
      <button
        type="button"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        {texts.add}
      </button>
    </div>
  );
};

/** Ideas of visitors, with what becomes of them. */
export const Ideas = () => {
  const staff = useStaff();
  const { texts: inboxTexts } = useLanguage();
  const texts = useFeatureTexts(ideaTexts);
  const [model] = useState(() => createIdeas(staff));
  useEffect(() => void model.load(), [staff.otherChanges.value]);
  if (!texts) return null;
  const rows = model.rows.value;
  const done = model.done.value;
  return (
    <Page
      name="ideas"
      title={texts.title}
      lead={texts.lead}
      head={
        <>
          {!model.isOn.value && <p class="box">{texts.isOff}</p>}
          <Choices model={model} texts={texts} />
          <Adding model={model} texts={texts} />
        </>
      }
    >
      {rows?.length === 0 && <p class="empty">{texts[`empty_${model.chosen.value.state}`]}</p>}
      <ul class="cards idea-list">
        {rows?.map((idea) => (
          <IdeaRow key={idea.id} idea={idea} texts={texts} model={model} />
        ))}
      </ul>
      {model.hasMore.value && (
        <button type="button" onClick={() => void model.more()}>
          {texts.more}
        </button>
      )}
      <div class="toast" role="status">
        {done && (
          <p>
            <span>{texts[`done_${done.what}`]}</span>
            <button type="button" class="link" onClick={() => void model.undo()}>
              {inboxTexts.undo}
            </button>
          </p>
        )}
      </div>
    </Page>
  );
};
