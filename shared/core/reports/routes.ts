import type { Done } from '../conversations/schema.ts';
import { route } from '../route.ts';
import type { Report } from './schema.ts';

export const postReport = route<Report, Done>('POST', '/api/sites/:site/reports');
