import type { TopicIcon } from './topicIcons.ts';

/** Paths of the icons, 1.5 px strokes on a 24 px grid. */
export const topicIconPaths: Record<TopicIcon, string> = {
  box: 'M4 8l8-4 8 4v8l-8 4-8-4V8Zm0 0 8 4 8-4m-8 4v8',
  truck:
    'M3 6h11v10H3V6Zm11 4h4l3 3v3h-7m-5 1.500a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0Zm9 0a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0Z',
  return: 'M9 7 5 11l4 4m-4-4h9a5 5 0 0 1 0 10h-3',
  card: 'M3 6h18v12H3V6Zm0 4h18M7 14.500h3',
  wrench: 'M20 7a5 5 0 0 1-6.5 5L7 18.500a2 2 0 0 1-3-3L10.5 9A5 5 0 0 1 17 3.500l-3 3 .5 2.5 2.5.5 3-3Z',
  ruler: 'M4 16 16 4l4 4L8 20l-4-4Zm4-4 2 2m1-5 2 2m1-5 2 2',
  shield: 'M12 3 5 6v5c0 4.5 3 8 7 10 4-2 7-5.5 7-10V6l-7-3Zm-3 9 2 2 4-4',
  calendar: 'M4 6h16v14H4V6Zm0 5h16M8 3v5m8-5v5',
  bag: 'M5 8h14l1 12H4L5 8Zm4 3V7a3 3 0 0 1 6 0v4',
  tag: 'M4 4h8l8 8-8 8-8-8V4Zm4.5 4.500v.01',
  building: 'M5 20V5h9v15M14 10h5v10M3 20h18M8 9h3m-3 4h3',
  person: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM5 20a7 7 0 0 1 14 0',
  lock: 'M6 11h12v9H6v-9Zm3 0V8a3 3 0 0 1 6 0v3',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6l1-7Z',
  star: 'm12 4 2.5 5 5.5.8-4 3.9 1 5.5-5-2.6-5 2.6 1-5.5-4-3.9 5.5-.8L12 4Z',
  book: 'M5 4h6a2 2 0 0 1 2 2v14a2 2 0 0 0-2-2H5V4Zm14 0h-4a2 2 0 0 0-2 2v14a2 2 0 0 1 2-2h4V4Z',
};
