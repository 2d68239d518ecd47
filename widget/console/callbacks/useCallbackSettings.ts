import { useConsole } from '../context.ts';

/** The settings of calls that are being changed. */
export const useCallbackSettings = () => {
  const model = useConsole();
  const { callback } = model.drafted().settings;
  return {
    callback,
    set: (key: keyof typeof callback, value: unknown): void =>
      model.set(['settings', 'callback', key], value),
    refused: (path: string) => model.refused(`settings.callback.${path}`),
  };
};
