import type { TopicIcon } from '../../../shared/core/people/topicIcons.ts';

/** The staff of the demo company, by first name. */
export type SeedStaffKey = 'mara' | 'tomas';

/** A public question with the answer that the company gave. Texts are Markdown where it says so. */
export interface SeedQuestion {
  /** Stable, unique over all languages. */
  key: string;
  language: 'en' | 'de' | 'ar';
  /** The English name of a category; its other names are in categories.ts. */
  category: string;
  /** As a customer would ask it, at most 120 characters. */
  title: string;
  /** Markdown, 1–3 sentences. */
  details?: string;
  /** Markdown, 30–140 words. */
  answer: string;
  official: boolean;
  askedBy: string;
  daysAgo: number;
  answeredBy: SeedStaffKey;
  /** One to three ways in which other people asked the same thing. */
  phrasings?: string[];
}

export interface SeedMessage {
  from: 'visitor' | SeedStaffKey;
  /** A private note, seen by staff only. */
  note?: boolean;
  minutesAgo: number;
  body: string;
}

/** One conversation of the inbox, messages oldest first. */
export interface SeedConversation {
  key: string;
  language: 'en' | 'de' | 'ar';
  visitorName?: string;
  email?: string;
  kind: 'ask';
  status: 'open' | 'snoozed' | 'closed';
  assignee?: SeedStaffKey;
  /** When it began; the same as the first message's. */
  minutesAgo: number;
  /** Path on the demo company's site from which the visitor wrote. */
  pageUrl: string;
  subject: string;
  messages: SeedMessage[];
  public: boolean;
  /** The visitor's rating after it was closed. */
  rating?: { scale: 'faces' | 'stars'; value: number; comment: string };
}

export interface SeedCategory {
  /** The value of SeedQuestion.category. */
  name: string;
  names: { en: string; de: string; ar: string };
  icon: TopicIcon;
  description: { en: string; de: string; ar: string };
}

export interface SeedStaff {
  key: SeedStaffKey;
  name: string;
  email: string;
  role: 'owner' | 'agent';
  /** One line under the name. */
  line: { en: string; de: string; ar: string };
  languages: ('en' | 'de' | 'ar')[];
}

/** Opening hours of one weekday as 24-hour local times; null is closed. */
export type SeedHours = { from: string; to: string } | null;

export interface SeedSiteTexts {
  name: string;
  team: { en: string; de: string; ar: string };
  greeting: { en: string; de: string; ar: string };
  timeZone: string;
  hours: {
    monday: SeedHours;
    tuesday: SeedHours;
    wednesday: SeedHours;
    thursday: SeedHours;
    friday: SeedHours;
    saturday: SeedHours;
    sunday: SeedHours;
  };
}
