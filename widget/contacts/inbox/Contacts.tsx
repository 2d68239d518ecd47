import { useFeatureTexts } from '../../core/staff/texts.ts';
import { chosen } from './chosen.ts';
import { ContactList } from './ContactList.tsx';
import { ContactPage } from './ContactPage.tsx';
import './styles.ts';
import { texts as loaders } from './texts.ts';

/** Contacts: all of them, or one. */
export const Contacts = () => {
  const texts = useFeatureTexts(loaders);
  if (!texts) return null;
  const id = chosen.value;
  return id === null ? <ContactList texts={texts} /> : <ContactPage key={id} id={id} texts={texts} />;
};
