import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMonth, isDay } from './calendar.ts';
import { checkDigit, cleanId, readId, upgradeId } from './id-number.ts';

const AS_OF = '2017-11-30';
const two = (value: number): string => String(value).padStart(2, '0');
const birth = fc
  .record({
    year: fc.integer({ min: 1900, max: 2016 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter(isDay);
const number = fc.tuple(birth, fc.integer({ min: 1, max: 999 })).map(([{ year, month, day }, order]) => {
  const first17 = `511425${year}${two(month)}${two(day)}${String(order).padStart(3, '0')}`;
  return { text: first17 + checkDigit(first17), year, month, male: order % 2 === 1 };
});

describe('a right number', () => {
  test('is right, and tells birthday and gender', () => {
    fc.assert(
      fc.property(number, ({ text, year, month, male }) => {
        const facts = readId(text, AS_OF);
        expect(facts).toMatchObject({ text, reason: '', male });
        expect(formatMonth(facts.birth?.year ?? 0, facts.birth?.month ?? 0)).toBe(formatMonth(year, month));
      }),
    );
  });

  test('with one digit changed or two neighbours swapped is never right', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), ({ text }, at, by) => {
        const digits = [...text];
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(readId(digits.join(''), AS_OF).reason).not.toBe('');
        const swapped = [...text];
        [swapped[at], swapped[at + 1]] = [text.charAt(at + 1), text.charAt(at)];
        if (swapped.join('') !== text) expect(readId(swapped.join(''), AS_OF).reason).not.toBe('');
      }),
    );
  });

  test('is found again whatever it was dressed in', () => {
    const wide = (text: string): string =>
      text.replace(/[\dX]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(number, ({ text }) => {
        const dressed = [
          `'${text}`,
          ` ${text} `,
          wide(text),
          text.toLowerCase(),
          `${text.slice(0, 6)} ${text.slice(6, 14)} ${text.slice(14)}`,
          `${text}\u200b`,
          `\ufeff${text}\n`,
        ];
        expect(dressed.map(cleanId)).toEqual(dressed.map(() => text));
      }),
    );
  });

  test('shortened to 15 digits is an old number, and grows back', () => {
    fc.assert(
      fc.property(
        number.filter(({ year }) => year < 2000),
        ({ text, male }) => {
          const old = text.slice(0, 6) + text.slice(8, 17);
          expect(readId(old, AS_OF)).toMatchObject({ reason: 'legacy15', male });
          expect(upgradeId(old)).toBe(text);
        },
      ),
    );
  });

  test('that became a float is named as such, in both ways of showing it', () => {
    fc.assert(
      fc.property(
        number.filter(({ text }) => !text.endsWith('000')),
        ({ text }) => {
          expect(readId(`${text[0]}.${text.slice(1, 15)}E+17`, AS_OF).reason).toBe('precisionLost');
          const zeros = `${text.slice(0, 15)}000`;
          const byChance = checkDigit(zeros) === '0';
          expect(readId(zeros, AS_OF).reason).toBe(byChance ? '' : 'precisionLost');
        },
      ),
    );
  });
});

test.each([
  ['511425189912310013', 'birthDate'],
  ['511425201712010011', 'birthDate'],
  ['511425190002290011', 'birthDate'],
  ['51142519860611', 'length'],
  ['5114251986061114833', 'length'],
  ['51142519860611148XX', 'characters'],
  ['X11425198606111483', 'characters'],
  ['511425********1483', 'characters'],
  ['5114********1483', 'characters'],
  ['不清楚', 'characters'],
  ['511425861311148', 'birthDate'],
])('%s: %s', (text, reason) => {
  expect(readId(text, AS_OF).reason).toBe(reason);
});

test('the reference date decides what is a birthday', () => {
  const first17 = '51142520180101001';
  const text = first17 + checkDigit(first17);
  expect(readId(text, '2018-01-01').reason).toBe('');
  expect(readId(text, '2017-12-31').reason).toBe('birthDate');
});
