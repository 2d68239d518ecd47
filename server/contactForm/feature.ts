import { contactFormSettings } from '../../shared/contactForm/settings.ts';
import type { ServerFeature } from '../core/feature.ts';
import { mountContactForm } from './mount.ts';

/** A form on the owner's own page, without scripts, whose messages open conversations. */
export const contactForm: ServerFeature = {
  name: 'contactForm',
  settings: [contactFormSettings],
  pages: mountContactForm,
};
