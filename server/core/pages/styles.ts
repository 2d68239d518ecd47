import { createHash } from 'node:crypto';
import css from './pages.css?raw';
import { makeAsset } from '../http/assets.ts';

/** The stylesheet of every server-rendered page, under a name that changes with it. */
export const stylesheet = makeAsset(Buffer.from(css), 'text/css; charset=utf-8');

export const stylesheetPath = `/pages/style-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`;
