import type { LoginTexts } from './en.ts';

const albanian: LoginTexts = {
  passkey: 'Hyni me çelës hyrjeje',
  cancelled: 'Nuk u përdor asnjë çelës. Provoni përsëri ose përdorni fjalëkalimin.',
  unknown: 'Ky çelës nuk njihet këtu. Përdorni fjalëkalimin.',
  copied: 'Ky çelës mund të jetë kopjuar, prandaj nuk u pranua. Hyni ndryshe dhe zëvendësojeni.',
};
export default albanian;
