/** Icons that a topic can have on the front of the help centre. */
export const topicIcons = [
  'box',
  'truck',
  'return',
  'card',
  'wrench',
  'ruler',
  'shield',
  'calendar',
  'bag',
  'tag',
  'building',
  'person',
  'lock',
  'bolt',
  'star',
  'book',
] as const;
export type TopicIcon = (typeof topicIcons)[number];
