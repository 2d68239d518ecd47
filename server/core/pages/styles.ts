import { createHash } from 'node:crypto';
import { makeAsset } from '../http/assets.ts';
import announcements from './css/announcements.css?raw';
import api from './css/api.css?raw';
import article from './css/article.css?raw';
import base from './css/base.css?raw';
import comments from './css/comments.css?raw';
import content from './css/content.css?raw';
import conversation from './css/conversation.css?raw';
import forms from './css/forms.css?raw';
import home from './css/home.css?raw';
import ideas from './css/ideas.css?raw';
import nps from './css/nps.css?raw';

const css = [
  base,
  content,
  forms,
  conversation,
  api,
  comments,
  nps,
  announcements,
  home,
  article,
  ideas,
].join('\n');

/** The stylesheet of every server-rendered page, under a name that changes with it. */
export const stylesheet = makeAsset(Buffer.from(css), 'text/css; charset=utf-8');

export const stylesheetPath = `/pages/style-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`;
