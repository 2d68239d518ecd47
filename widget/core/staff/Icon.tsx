/** One set of 1.5 px stroke icons on a 24 px grid. */
const paths = {
  waiting: 'M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  mine: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM5 20a7 7 0 0 1 14 0',
  unassigned: 'M4 13h4l2 3h4l2-3h4M4 13l3-8h10l3 8v6H4v-6Z',
  all: 'M4 6h16M4 12h16M4 18h16',
  snoozed: 'M20 14.5A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.5 10.5Z',
  closed: 'M20 7 10 17l-5-5',
  held: 'M12 3 5 6v5c0 4.5 3 8 7 10 4-2 7-5.5 7-10V6l-7-3Zm0 6v4m0 3v.01',
  back: 'M15 5l-7 7 7 7',
  keys: 'M3 7h18v10H3V7Zm4 3v.01M11 10v.01M15 10v.01M8 14h8',
  leave: 'M10 4H5v16h5M15 8l4 4-4 4M19 12H9',
  info: 'M12 11v5m0-8v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  settings:
    'M4 7h10m4 0h2M4 17h2m4 0h10M18 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM10 17a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  clip: 'M19 11.5l-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4l8-8a3 3 0 0 1 4.3 4.3l-7.8 7.8a1.5 1.5 0 0 1-2.2-2.2l7-7',
  file: 'M6 3h8l4 4v14H6V3Zm8 0v4h4',
  close: 'M6 6l12 12M18 6 6 18',
  mentions: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.5 7',
  search: 'M20 20l-4.5-4.5M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z',
  label: 'M4 4h8l8 8-8 8-8-8V4Zm4.5 4.5v.01',
  more: 'M6.5 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0Zm6.5 0a1 1 0 1 1-2 0 1 1 0 0 1 2 0Zm6.5 0a1 1 0 1 1-2 0 1 1 0 0 1 2 0Z',
  team: 'M13 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM3 19a6.5 6.5 0 0 1 13 0M16 5a3.5 3.5 0 0 1 0 6.5M18.5 14.5A6.5 6.5 0 0 1 21 19',
  kind: 'M4 5h16v11H9l-5 4V5Z',
  phone: 'M6 4h3l1.5 4-2 1.5a11 11 0 0 0 6 6l1.5-2 4 1.5v3a2 2 0 0 1-2 2A16 16 0 0 1 4 6a2 2 0 0 1 2-2Z',
  eye: 'M2.5 12S6 6 12 6s9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6Zm12 0a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
  pen: 'M4 20l1-4L16 5l3 3L8 19l-4 1Z',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4l2-2Zm4.5 5h3',
  comments: 'M4 5h12v8H9l-3 3v-3H4V5Zm5 11v2h7l3 3v-3h1v-8h-4',
  answers: 'M4 5h16v11H9l-5 4V5Zm4.5 5.5 2.5 2.5 4.5-4.5',
  prompt: 'M4 10v4h3l8 4V6l-8 4H4Zm14-1.5a4 4 0 0 1 0 7M8 14.5 9.5 20',
  news: 'M4 5h13v14H6a2 2 0 0 1-2-2V5Zm13 4h3v8a2 2 0 0 1-3 2M7 9h7M7 13h7M7 16h4',
  score: 'M4 19a8.5 8.5 0 1 1 16 0M12 16l4-5',
  mail: 'M4 6h16v12H4V6Zm0 1.5 8 6 8-6',
  chart: 'M4 20h16M7 20v-7m5 7V5m5 15v-10',
  article: 'M6 3h9l4 4v14H6V3Zm3.5 7h6m-6 4h6m-6 4h3',
  idea: 'M9 18h6m-5 3h4M8.5 14.5a6 6 0 1 1 7 0c-.7.6-1 1.4-1 2.5h-5c0-1.1-.3-1.9-1-2.5Z',
  trend: 'M3 17l5-5 4 4 8-9m0 0h-5m5 0v5',
  trash: 'M5 7h14M10 7V4h4v3m-7 0 1 13h8l1-13M10.5 11v5m3-5v5',
  canned: 'M13 3 5 14h6l-1 7 8-11h-6l1-7Z',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name }: { name: IconName }) => (
  <svg
    class={name === 'back' || name === 'leave' ? 'icon turns' : 'icon'}
    viewBox="0 0 24 24"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
);

/** A button with a picture for a text: its name is read aloud, and shown to who points at it. */
export const IconButton = ({
  icon,
  label,
  class: more = '',
  disabled,
  onClick,
}: {
  icon: IconName;
  label: string;
  class?: string;
  disabled?: boolean;
  onClick(): void;
}) => (
  <button
    type="button"
    class={`plain ${more}`}
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={onClick}
  >
    <Icon name={icon} />
  </button>
);
