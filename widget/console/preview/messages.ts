import type { PublicSettings } from '../../../shared/siteSettings.ts';

export const previewStates = [
  'closed',
  'home',
  'suggestions',
  'answer',
  'form',
  'heard',
  'chat',
  'conversation',
  'offline',
  'away',
  'paused',
] as const;
export type PreviewState = (typeof previewStates)[number];

/** The only address of the previewed page, and what its messages are known by. */
export const previewPath = '/console/preview';
export const mark = 'foyer-preview';

/** Texts of the sample data, in the reader's language. */
export interface Samples {
  title: string;
  snippet: string;
  other: string;
  otherSnippet: string;
  typed: string;
  reply: string;
  name: string;
}

/** From the console to the previewed page: what the widget gets instead of the server's answers. */
export interface ShowMessage {
  mark: typeof mark;
  settings: PublicSettings;
  ownTexts: Record<string, string>;
  language: string;
  state: PreviewState;
  samples: Samples;
}

/** From the previewed page to the console. */
export interface StateMessage {
  mark: typeof mark;
  what: 'ready' | 'shown' | 'failed';
  state?: PreviewState;
}
