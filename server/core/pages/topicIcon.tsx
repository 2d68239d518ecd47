/** @jsxImportSource hono/jsx */
import { topicIconPaths } from '../../../shared/core/people/topicIconPaths.ts';
import type { TopicIcon as Name } from '../../../shared/core/people/topicIcons.ts';

/** The icon of a topic; its name stands beside it. */
export const TopicIcon = ({ name }: { name: Name }) => (
  <svg
    class="topic-icon"
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={topicIconPaths[name]} />
  </svg>
);
