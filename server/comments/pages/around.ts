import type { PageCall } from '../../core/pages/pages.tsx';

/** The surroundings of rendered comments: a request, or a command that bakes a site. */
export type Around = Pick<PageCall, 'ctx' | 'site' | 'language'>;
