import type { FirstTexts } from '../../core/text/texts/en.ts';
import type { LaterTexts } from '../../core/text/texts/later/en.ts';
import type { PreviewState } from '../preview/messages.ts';

/** Where visitors read a text, in the order in which they come there. */
export const textScreens = [
  'home',
  'suggestions',
  'answer',
  'form',
  'conversation',
  'chat',
  'callbacks',
  'surveys',
  'comments',
  'problems',
  'pages',
] as const;
export type TextScreen = (typeof textScreens)[number];

/** The panel's own texts by screen; the rest of its first screen is home's, of what comes later the conversation's. */
const panelTexts: Partial<Record<TextScreen, readonly (keyof FirstTexts | keyof LaterTexts)[]>> = {
  suggestions: ['answersFound', 'noAnswerFound', 'suggestionsDown', 'askPerson'],
  answer: ['official', 'accepted', 'isThisIt', 'solved', 'notQuite', 'solvedTitle', 'solvedText', 'askElse'],
  form: [
    'formTitle',
    'title',
    'details',
    'detailsHint',
    'category',
    'noCategory',
    'name',
    'email',
    'emailWhy',
    'optional',
    'visibility',
    'private',
    'privateWhy',
    'public',
    'publicWhy',
    'leaveEmpty',
    'send',
    'sending',
  ],
  problems: [
    'somethingBroke',
    'tryAgain',
    'offline',
    'checkFields',
    'required',
    'tooLong',
    'notText',
    'notEmail',
    'notAllowed',
    'refused',
    'conflict',
    'limited',
    'unavailable',
    'notSent',
    'connecting',
    'slowLine',
    'fileRefused',
    'fileTooLarge',
    'pictureTooLarge',
    'fileNotRead',
    'fileLost',
    'threadGone',
  ],
};

const nameOf = (key: string): string => key.replace(/\.(?:zero|one|two|few|many|other)$/, '');

const screenByName = new Map<string, TextScreen>(
  textScreens.flatMap((screen) => (panelTexts[screen] ?? []).map((name) => [name, screen] as const)),
);

/** The screen of a text, by the folder that defines it; a feature's texts are its own screen's. */
const screenByPart: Record<string, TextScreen> = {
  first: 'home',
  later: 'conversation',
  chat: 'chat',
  callbacks: 'callbacks',
  nps: 'surveys',
  comments: 'comments',
  pages: 'pages',
};

/** The screen on which a text stands. @param part the part of the product that defines it */
export const screenOf = (key: string, part: string): TextScreen =>
  (part === 'first' || part === 'later' ? screenByName.get(nameOf(key)) : undefined) ??
  screenByPart[part] ??
  'conversation';

/** Texts that stand in a view of their own. */
const viewByName: Readonly<Record<string, PreviewState>> = {
  panel: 'closed',
  paused: 'paused',
  backAt: 'away',
  heard: 'heard',
  promisePerson: 'heard',
  promiseNone: 'heard',
  follow: 'heard',
  seeQuestion: 'heard',
};

const viewByScreen: Partial<Record<TextScreen, PreviewState>> = {
  home: 'home',
  suggestions: 'suggestions',
  answer: 'answer',
  form: 'form',
  conversation: 'conversation',
  chat: 'chat',
  problems: 'offline',
};

/** The view of the preview in which a text can be seen; none where it has no such view. */
export const viewOf = (key: string, screen: TextScreen): PreviewState | undefined =>
  (screen === 'home' || screen === 'conversation' ? viewByName[nameOf(key)] : undefined) ??
  viewByScreen[screen];
