import { CallError, readFailure } from './client.ts';

/** Fetches a file that needs headers, and hands it to the browser to be kept under a name. @throws CallError */
export const download = async (url: string, headers: Record<string, string>, name: string): Promise<void> => {
  const answer = await fetch(url, { headers }).catch(() => {
    throw new CallError('offline');
  });
  if (!answer.ok) throw await readFailure(answer);
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};
