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
}: {
  surface: Surface;
  write: Write;
  texts: PeersTexts;
  minutes: Peers['minutes'];
}) => {
  const isPublic = write.fields.value.visibility === 'public';
  return (
    <Notice>
      <strong>{texts.away}</strong> {texts.sooner}
      {minutes !== null && (
        <> {texts.median.replace('{duration}', durationText(surface.context.texts, minutes))}</>
      )}
      <span class="actions">
        {isPublic ? (
          <span role="status">{texts.chosen}</span>
        ) : (
          <button type="button" class="text" onClick={() => write.set('visibility', 'public')}>
            {texts.choose}
          </button>
        )}
      </span>
    </Notice>
  );
};

/** Asks whether others may answer sooner than the team. @returns the offer to show; null where there's none */
export const openPeers = async (surface: Surface, write: Write) => {
  const { call, texts } = surface.context;
  const { offered, minutes } = await call(getPeers, {});
  if (!offered) return null;
  const own = (await loaders[texts.language]()).default;
  return () => <PeersOffer surface={surface} write={write} texts={own} minutes={minutes} />;
};
