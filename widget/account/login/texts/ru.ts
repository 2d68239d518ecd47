import type { LoginTexts } from './en.ts';

const russian: LoginTexts = {
  passkey: 'Войти с ключом доступа',
  cancelled: 'Ключ доступа не использован. Попробуйте ещё раз или введите пароль.',
  unknown: 'Этот ключ доступа здесь неизвестен. Введите пароль.',
  copied: 'Этот ключ доступа могли скопировать, поэтому он не принят. Войдите иначе и замените его.',
};
export default russian;
