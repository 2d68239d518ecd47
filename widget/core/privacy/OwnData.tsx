import { eraseOwnData, exportOwnData, getOwnData } from '../../../shared/core/people/personalDataRoutes.ts';
import { fillPath } from '../../../shared/core/route.ts';
import type { Surface } from '../context.ts';
import type { ConversationStore } from '../conversations/types.ts';
import { createAction } from '../net/action.ts';
import { download } from '../net/download.ts';
import type { Texts } from '../text/i18n.ts';
import { failureText } from '../text/failureText.ts';
import { useConstant, useLocalSignal, useMountEffect } from '../ui/hooks.ts';
import { Notice, Waiting } from '../ui/parts.tsx';
import { loadTexts, type Translate } from './texts.ts';

/** The texts, once they are there. @param onFail called when they can't be loaded */
const useTranslate = (texts: Texts, onFail: () => void): Translate | null => {
  const translate = useLocalSignal<Translate | null>(null);
  useMountEffect(() => {
    let isOpen = true;
    const take = (found: Translate): void => {
      if (isOpen) translate.value = found;
    };
    void loadTexts(texts).then(take, onFail);
    return () => {
      isOpen = false;
    };
  });
  return translate.value;
};

/** The visitor's own data: the secret of their browser is what proves it theirs. */
export const OwnData = (given: { surface: Surface; store: ConversationStore; onClose(): void }) => {
  const { surface, store, onClose } = given;
  const { texts, session, base, site, settings } = surface.context;
  const asks = useLocalSignal(false);
  const pages = useLocalSignal(0);
  const action = useConstant(createAction);
  const text = useTranslate(texts, onClose);
  if (!text) return <Waiting texts={texts} />;
  const save = (): Promise<boolean> =>
    action.run(() =>
      download(
        `${base}${fillPath(exportOwnData.path, { site })}?language=${texts.language}`,
        session.headers(),
        'personal-data.zip',
      ),
    );
  const ask = (): Promise<boolean> =>
    action.run(async () => {
      pages.value = (await session.call(getOwnData, {})).pages.go;
      asks.value = true;
    });
  const erase = (): Promise<boolean> =>
    action.run(async () => {
      await session.call(eraseOwnData, {});
      // What it reads now says that it is gone, here as in every other tab.
      await store.restart();
    });
  const isBusy = action.busy.value;
  const error = action.problem.value;
  return (
    <section
      class="card stack"
      aria-label={texts.get('yourData')}
      ref={(element) => {
        if (asks.value) element?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <p class="soft">{text(asks.value ? 'dataEraseLead' : 'dataLead')}</p>
      {asks.value && pages.value > 0 && <p class="soft">{text('dataPages', { count: pages.value })}</p>}
      {!asks.value && !settings.hidesPrivacy && (
        <p>
          <a href={`${base}/sites/${site}/privacy?lang=${texts.language}`} target="_blank" rel="noopener">
            {text('dataPrivacy')}
          </a>
        </p>
      )}
      {error && <Notice bad>{failureText(texts, error)}</Notice>}
      {asks.value ? (
        <span class="actions">
          <button type="button" class="primary" disabled={isBusy} onClick={() => void erase()}>
            {text(isBusy ? 'dataBusy' : 'dataEraseNow')}
          </button>
          <button type="button" class="text" onClick={() => (asks.value = false)}>
            {text('dataCancel')}
          </button>
        </span>
      ) : (
        <span class="actions">
          <button type="button" disabled={isBusy} onClick={() => void save()}>
            {text(isBusy ? 'dataBusy' : 'dataDownload')}
          </button>
          <button type="button" class="text" disabled={isBusy} onClick={() => void ask()}>
            {text('dataErase')}
          </button>
          <button type="button" class="text" onClick={onClose}>
            {text('dataCancel')}
          </button>
        </span>
      )}
    </section>
  );
};
