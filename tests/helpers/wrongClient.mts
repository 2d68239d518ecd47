/* A program that the client’s types refuse twice: a path that isn’t there, and a body that lacks what it needs. */
import { createFoyer } from '../../dist/client/index.js';

const foyer = createFoyer({ url: '', token: '' });
await foyer.GET('/api/nowhere', {});
await foyer.POST('/api/inbox/{site}/conversations/{conversation}/messages', {
  params: { path: { site: '', conversation: '' } },
  body: { id: '' },
});
