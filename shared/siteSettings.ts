import type { z } from 'zod';
import { askSettings } from './ask/settings.ts';
import { callbackSettings } from './callbacks/settings.ts';
import { chatSettings } from './chat/settings.ts';
import { commentSettingsPart } from './comments/settings.ts';
import { contactSettings } from './contacts/settings.ts';
import { contactFormSettings } from './contactForm/settings.ts';
import { csatSettings } from './csat/settings.ts';
import { mailSettings } from './core/mail/settings.ts';
import { coreSettings } from './core/people/settings.ts';
import { retentionSettings } from './core/people/retention.ts';
import { moderationSettingsPart } from './core/moderation/settings.ts';
import { promptSettings } from './core/prompts/settings.ts';
import { composeSettings, type Settings, type SettingsPart, type Switches } from './core/settings.ts';
import { reportSettings } from './reports/settings.ts';
import { inboxSettings } from './inbox/settings.ts';
import { ideaSettings } from './ideas/settings.ts';

/** Parts of the settings: one line for each feature that has some. */
export const settingsParts = [
  coreSettings,
  retentionSettings,
  mailSettings,
  promptSettings,
  moderationSettingsPart,
  askSettings,
  chatSettings,
  callbackSettings,
  commentSettingsPart,
  inboxSettings,
  ideaSettings,
  contactSettings,
  reportSettings,
  csatSettings,
  contactFormSettings,
] as const;

type Part = (typeof settingsParts)[number];
type Intersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;
type Flat<Type> = { [Key in keyof Type]: Type[Key] };
type FieldsOf<One> = One extends { fields: infer Fields extends z.ZodRawShape }
  ? z.infer<z.ZodObject<Fields>>
  : never;
type PublicFieldsOf<One> = One extends { publicFields?: infer Fields extends z.ZodRawShape }
  ? [keyof Fields] extends [never]
    ? never
    : z.infer<z.ZodObject<Fields>>
  : never;
type SwitchesOf<One> = One extends { switches?: infer Switched extends Switches } ? Switched : never;
type SwitchOf<One> = One extends unknown ? keyof SwitchesOf<One> : never;
type PublicSwitchOf<One> = One extends unknown
  ? {
      [Name in keyof SwitchesOf<One>]: SwitchesOf<One>[Name] extends { public: true } ? Name : never;
    }[keyof SwitchesOf<One>]
  : never;

/** The settings of a site. The stored form; {@link PublicSettings} is what every visitor's browser gets. */
export type SiteSettings = Flat<Intersection<FieldsOf<Part>> & { features: Record<SwitchOf<Part>, boolean> }>;

/** The one settings request of a page view: small, the same for everybody, cacheable. */
export type PublicSettings = Flat<
  Intersection<PublicFieldsOf<Part>> & { features: Record<PublicSwitchOf<Part>, boolean> }
>;

/**
 * Composes the settings of a site.
 * @param parts those of every feature that the server has; a test may add one of its own
 */
export const composeSiteSettings = (parts: readonly SettingsPart[]): Settings<SiteSettings, PublicSettings> =>
  composeSettings(parts);

/** A site's settings until somebody changes them. */
export const defaultSettings = (): SiteSettings => composeSiteSettings(settingsParts).defaults();
