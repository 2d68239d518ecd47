/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { isClosed } from '../../../shared/callbacks/machine.ts';
import type { CallbackForm } from '../../../shared/callbacks/schema.ts';
import type { FieldCode } from '../../../shared/core/errors.ts';
import { newId } from '../../../shared/core/ids.ts';
import { Layout } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { fill } from '../../core/pages/texts.ts';
import { toCallbackView } from '../views.ts';
import type { CallbackRow } from '../queries.ts';
import { callbackTexts } from '../texts.ts';
import { stateText } from '../stateText.ts';
import { When } from './When.tsx';

const pathOf = ({ site, language }: PageCall): string =>
  `/sites/${site.key}/callbacks/manage?lang=${language.tag}`;

/** The page behind a mail's link: the token comes out of the address by script, or is pasted. */
export const linkPage = (call: PageCall, isGone: boolean): string => {
  const { site, language } = call;
  const texts = callbackTexts(language.tag);
  return `<!doctype html>${String(
    <Layout site={site} language={language} title={texts.manageTitle} secret>
      <h1>{texts.manageTitle}</h1>
      {isGone ? (
        <p role="alert">{texts.manageGone}</p>
      ) : (
        <form method="post" action={pathOf(call)}>
          <p>{texts.manageText}</p>
          <input type="text" name="token" required autocomplete="off" aria-label={texts.manageTitle} />
          <div class="row">
            <button type="submit">{texts.manageButton}</button>
          </div>
        </form>
      )}
      {!isGone && <script type="module" src="/callbacks/manage.js" />}
    </Layout>,
  )}`;
};

/** Moving a call to another time, and calling it off. */
const ChangeForms = ({
  call,
  row,
  form,
  own,
}: {
  call: PageCall;
  row: CallbackRow;
  form: CallbackForm;
  /** The fields that say which call it is and what is done. */
  own(act: string): Child;
}) => {
  const { language } = call;
  const texts = callbackTexts(language.tag);
  return (
    <>
      <form method="post" action={pathOf(call)}>
        <h2>{texts.move}</h2>
        {own('move')}
        <When
          form={form}
          tag={language.tag}
          zone={row.zone}
          chosen={String(row.startsAt)}
          isSoonOffered={false}
          marks={{}}
        />
        {form.slots.length > 0 && (
          <div class="row">
            <button type="submit">{texts.move}</button>
          </div>
        )}
      </form>
      <details>
        <summary>{texts.cancel}</summary>
        <form method="post" action={pathOf(call)}>
          <p>{texts.cancelAsk}</p>
          {own('cancel')}
          <div class="row">
            <button type="submit">{texts.cancel}</button>
          </div>
        </form>
      </details>
    </>
  );
};

/** A call, and what can be done about it, in the zone that it was asked for from. */
export const callbackPage = async (
  call: PageCall,
  row: CallbackRow,
  form: CallbackForm,
  given: { token: string; wrong: FieldCode | null },
): Promise<string> => {
  const { ctx, site, language } = call;
  const texts = callbackTexts(language.tag);
  const { by, written, mayChange } = await toCallbackView(ctx, row);
  const own = (act: string) => (
    <>
      <input type="hidden" name="token" value={given.token} />
      <input type="hidden" name="callback" value={row.id} />
      <input type="hidden" name="id" value={newId(ctx.clock.now())} />
      <input type="hidden" name="act" value={act} />
    </>
  );
  return `<!doctype html>${String(
    <Layout site={site} language={language} title={texts.manageTitle} secret>
      <h1>{texts.manageTitle}</h1>
      <div class="card good" role="status">
        <p>
          <strong>{stateText(row, language.tag)}</strong>
        </p>
        {by && !isClosed(row.state) && <p>{fill(texts.person, { name: by.name })}</p>}
        <p class="quiet">
          <bdi dir="ltr">{written}</bdi>
        </p>
      </div>
      {given.wrong && (
        <p class="card bad" role="alert">
          {texts.taken}
        </p>
      )}
      {!isClosed(row.state) && row.endsAt !== null && (
        <form method="post" action={pathOf(call)}>
          {own('calendar')}
          <div class="row">
            <button type="submit" class="plain">
              {texts.calendar}
            </button>
          </div>
        </form>
      )}
      {mayChange && <ChangeForms call={call} row={row} form={form} own={own} />}
      {isClosed(row.state) && (
        <p>
          <a class="button" href={`/sites/${site.key}/callback?lang=${language.tag}`}>
            {texts.title}
          </a>
        </p>
      )}
    </Layout>,
  )}`;
};
