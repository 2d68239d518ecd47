import { lazy } from '../../core/staff/lazy.tsx';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { chosen, part } from './chosen.ts';
import { ContactList } from './ContactList.tsx';
import { ContactPage } from './ContactPage.tsx';
import { PartTabs } from './segments/PartTabs.tsx';
import { texts as segmentLoaders } from './segments/texts.ts';
import './styles.ts';
import { texts as loaders } from './texts.ts';

const Segments = lazy(async () => (await import('./segments/Segments.tsx')).Segments);
const CallList = lazy(async () => (await import('./segments/CallList.tsx')).CallList);

/** Contacts: all of them, those of a segment, those to call, or one. */
export const Contacts = () => {
  const texts = useFeatureTexts(loaders);
  const segmentTexts = useFeatureTexts(segmentLoaders);
  if (!texts || !segmentTexts) return null;
  const id = chosen.value;
  if (id !== null) return <ContactPage key={id} id={id} texts={texts} />;
  const given = { texts: segmentTexts, contactTexts: texts };
  if (part.value === 'segments') return <Segments {...given} />;
  if (part.value === 'calls') return <CallList {...given} />;
  return <ContactList texts={texts} tabs={<PartTabs texts={segmentTexts} />} />;
};
