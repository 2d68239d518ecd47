import type { listColleagues } from './queries.ts';

export type Colleague = Awaited<ReturnType<typeof listColleagues>>[number];
