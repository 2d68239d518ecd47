import { CallError, readFailure } from '../net/client.ts';

/** A file's name as upload routes take it. */
export const sentName = ({ name }: File): string => name.slice(0, 200).toWellFormed();

/**
 * Sends a file's bytes to an upload route.
 * @returns the reply's JSON
 * @throws CallError with the reason, `offline` where nothing answered
 */
export const sendFile = async (path: string, query: Record<string, string>, file: File): Promise<unknown> => {
  const response = await fetch(`${path}?${new URLSearchParams(query)}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  }).catch(() => {
    throw new CallError('offline');
  });
  if (!response.ok) throw await readFailure(response);
  return response.json();
};
