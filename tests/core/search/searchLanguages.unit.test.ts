import { describe, expect, it, vi } from 'vitest';
import { floors } from '../../../server/ask/learningRules.ts';
import { foldWord } from '../../../server/core/search/engine/normalise.ts';
import { SearchIndex } from '../../../server/core/search/engine/searchIndex.ts';
import { tokenise } from '../../../server/core/search/engine/tokens.ts';
import { loadOwnSets } from '../../bench/suggest/questionSets.ts';
import { question } from './searchFixtures.ts';

const words = (text: string) => tokenise(text, 100).words;

describe('spellings that mean the same word', () => {
  it.each([
    ['a stress mark inside a Russian word', 'пароль', 'паро\u0301ль'],
    ['Russian yo', 'ёлка', 'елка'],
    ['German sharp s', 'Straße', 'STRASSE'],
    ['Greek accents and final sigma', 'κωδικός', 'ΚΩΔΙΚΟΣ'],
    ['composed and decomposed accents', 'caf\u00e9', 'cafe\u0301'],
    ['accents left out', 'réinitialiser', 'reinitialiser'],
    ['full-width letters and digits', 'ＦＡＱ１２', 'faq12'],
    ['Turkish capital dotted I', 'İstanbul', 'istanbul'],
    ['Polish l', 'hasło', 'haslo'],
    ['ligatures', 'ﬁle', 'file'],
    ['a soft hyphen', 'pass\u00adword', 'password'],
    ['Arabic vowel signs and hamza', 'أَهْلًا', 'اهلا'],
    ['Arabic digits', '٢٠٢٤', '2024'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['Vietnamese', 'mật khẩu', 'mat khau'],
  ])('%s', (_, left, right) => {
    expect(words(left)).toEqual(words(right));
  });

  it('keeps marks that carry meaning', () => {
    expect(foldWord('हिन्दी')).not.toBe(foldWord('हनद'));
    expect(words('が')).not.toEqual(words('か'));
  });
});

describe('splitting into words', () => {
  it('keeps a stressed word whole', () => {
    expect(words('как смени\u0301ть паро\u0301ль')).toEqual(['как', 'сменить', 'пароль']);
  });

  it('reads contractions with and without the apostrophe alike, and elided articles as words', () => {
    expect(words("what's")).toEqual(words('whats'));
    expect(words('don’t')).toEqual(words('dont'));
    expect(words("l'eau")).toEqual(['l', 'eau']);
    expect(words("dell'acqua")).toEqual(['dell', 'acqua']);
  });

  it('cuts scripts without spaces into pairs', () => {
    expect(words('重置密码')).toEqual(['重置', '置密', '密码']);
    expect(words('水')).toEqual(['水']);
    expect(words('iPhone密码')).toEqual(['iphone', '密码']);
  });

  it('says where words stand and whether the last may go on', () => {
    const tokens = tokenise('Größe?  XL', 10);
    expect(tokens.starts.map((start, place) => 'Größe?  XL'.slice(start, tokens.ends[place]))).toEqual([
      'Größe',
      'XL',
    ]);
    expect(tokens.open).toBe(true);
    expect(tokenise('done ', 10).open).toBe(false);
    expect(tokenise('', 10).open).toBe(false);
  });

  it('stops at its limits', () => {
    expect(tokenise('word '.repeat(1000), 7).words).toHaveLength(7);
    expect(tokenise('a'.repeat(100_000), 7).words[0]!.length).toBeLessThanOrEqual(48);
    expect(tokenise('漢'.repeat(1000), 7).words).toHaveLength(7);
  });
});

describe('finding in any script', () => {
  it.each([
    ['Chinese', '怎么修改密码', ['如何重置密码', '如何取消订阅', '发票在哪里下载']],
    ['Chinese, one character', '密', ['如何重置密码', '如何取消订阅', '发票在哪里下载']],
    [
      'Japanese',
      'パスワードを忘れた',
      ['パスワードを忘れた場合はどうすればいいですか', '請求書はどこですか', '解約したいです'],
    ],
    ['Thai', 'ลืมรหัสผ่าน', ['ฉันลืมรหัสผ่าน ต้องทำอย่างไร', 'ยกเลิกการสมัครสมาชิก', 'ดาวน์โหลดใบแจ้งหนี้']],
    [
      'Korean with another particle',
      '비밀번호가',
      ['비밀번호를 어떻게 바꾸나요', '구독을 취소하고 싶어요', '송장은 어디에 있나요'],
    ],
    [
      'Korean, half a syllable',
      '비밀버',
      ['비밀번호를 어떻게 바꾸나요', '구독을 취소하고 싶어요', '송장은 어디에 있나요'],
    ],
    [
      'Russian, stressed in the question',
      'смени\u0301ть паро\u0301ль',
      ['Как сменить пароль?', 'Где мой счёт?', 'Как отменить подписку?'],
    ],
    [
      'Russian, inflected',
      'забыл пароля',
      ['Как сменить пароль?', 'Где мой счёт?', 'Как отменить подписку?'],
    ],
    [
      'Greek without accents',
      'ΑΛΛΑΓΗ ΚΩΔΙΚΟΥ',
      ['Πώς γίνεται αλλαγή κωδικού;', 'Πού είναι το τιμολόγιο;', 'Ακύρωση συνδρομής'],
    ],
    [
      'German compound',
      'Passwort',
      ['Passwortrücksetzung anfordern', 'Rechnung herunterladen', 'Abo kündigen'],
    ],
    [
      'Turkish',
      'sifremi unuttum',
      ['Şifremi unuttum, ne yapmalıyım?', 'Faturam nerede?', 'Aboneliği iptal et'],
    ],
    ['Arabic', 'كلمه المرور', ['نسيت كلمة المرور', 'أين الفاتورة', 'إلغاء الاشتراك']],
    ['Hindi', 'पासवर्ड कैसे बदलें', ['मैं अपना पासवर्ड कैसे बदलूँ', 'मेरा बिल कहाँ है', 'सदस्यता रद्द करें']],
    [
      'mixed scripts',
      'iPhone パスワード',
      ['iPhoneのパスワードを変更する', 'iPhoneの請求書', 'Androidのアプリ'],
    ],
  ])('%s', (_, text, titles) => {
    const index = SearchIndex.build(titles.map((title, number) => question(String(number), title)));
    expect(index.search(text)[0]?.id).toBe('0');
  });
});

describe('confidence in scripts without spaces', () => {
  it.each(loadOwnSets().map((set) => [set.name, set] as const))(
    'shows most of the answers of %s, and little where there is none',
    (_, { documents, queries, negatives }) => {
      const index = SearchIndex.build(documents);
      const options = { floor: floors.balanced, preferredLanguage: documents[0]!.language };
      const shown = queries.filter(({ text, group }) =>
        index.search(text, options).some((result) => result.group === group),
      );
      const mistaken = negatives.filter((text) => index.search(text, options).length > 0);
      expect(shown.length / queries.length).toBeGreaterThanOrEqual(0.65);
      expect(mistaken.length / negatives.length).toBeLessThanOrEqual(0.2);
    },
  );
});

describe('words that only a dictionary parts', () => {
  it('are words of Thai, whose letters say as little as ours', () => {
    const { words, starts, ends } = tokenise('ลืมรหัสผ่าน', 10);
    expect(words.length).toBeGreaterThan(1);
    expect(words.length).toBeLessThan(5);
    expect(starts[0]).toBe(0);
    expect(ends.at(-1)).toBe('ลืมรหัสผ่าน'.length);
  });

  it('are read in steps, since the dictionary takes the square of a long run', () => {
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    tokenise('ก'.repeat(3_000), 50_000);
    expect(Math.max(...segment.mock.calls.map(([text]) => text.length))).toBeLessThanOrEqual(256);
    segment.mockRestore();
  });
});
