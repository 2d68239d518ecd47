import { getPeers } from '../../../shared/ask/answerRoutes.ts';
import type { Peers } from '../../../shared/ask/answerSchema.ts';
import type { Language } from '../../../shared/core/languages.ts';
import type { Surface } from '../../core/context.ts';
import { durationText } from '../../core/text/times.ts';
import { Notice } from '../../core/ui/parts.tsx';
import type { Write } from '../next/write.ts';
import type { PeersTexts } from './texts/en.ts';

const loaders: Record<Language, () => Promise<{ default: PeersTexts }>> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  el: () => import('./texts/el.ts'),
  sq: () => import('./texts/sq.ts'),
  fil: () => import('./texts/fil.ts'),
  eo: () => import('./texts/eo.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** The offer to ask in public while the team is away. */
const PeersOffer = ({
  surface,
  write,
  texts,
  minutes,
  atOnce,
}: {
  surface: Surface;
  write: Write;
  texts: PeersTexts;
  minutes: Peers['minutes'];
  atOnce: boolean;
}) => {
  const isPublic = write.fields.value.visibility === 'public';
  return (
    <Notice>
      <strong>{texts.away}</strong> {texts.sooner}
      {minutes !== null && (
        <> {texts.median.replace('{duration}', durationText(surface.context.texts, minutes))}</>
      )}
      {!atOnce && <> {texts.checked}</>}
      {isPublic && ' '}
      <span class="actions">
        {isPublic ? (
          <strong role="status">{texts.chosen}</strong>
        ) : (
          <button type="button" onClick={() => write.set('visibility', 'public')}>
            {texts.choose}
          </button>
        )}
      </span>
    </Notice>
  );
};

/** Asks whether others may answer sooner than the team. @returns the offer to show; null where there's none */
export const openPeers = async (surface: Surface, write: Write) => {
  const { call, session, texts } = surface.context;
  // Who is known may be trusted.
  const ask = session.isKnown ? session.call : call;
  const { offered, atOnce, minutes } = await ask(getPeers, {});
  if (!offered) return null;
  const own = (await loaders[texts.language]()).default;
  return () => <PeersOffer surface={surface} write={write} texts={own} minutes={minutes} atOnce={atOnce} />;
};
