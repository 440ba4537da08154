import { formatDay, fullYears, parseIsoDay } from './calendar.ts';
import { define } from './define.ts';
import { cleanId, readId } from './id-number.ts';
import { atom, rightWhenBlank } from './native.ts';
import { ageById, birthRight, bornOn, digitRight, longEnough } from './native-id.ts';
import { asText } from './value.ts';

const AS_OF = '2017-11-30';
const RIGHT = '510104198606111483';

export const idLengthOk = define({
  name: 'ID.LENGTH.OK',
  parameters: ['idNumber', 'asOf?'],
  examples: [
    [[RIGHT, AS_OF], true],
    [['51010419860611148', AS_OF], false],
    [['510104860611148', AS_OF], true],
    [['510104********1483', AS_OF], true],
    [['', AS_OF], true],
  ],
  run: (idNumber, asOf) => readId(asText(idNumber), asText(asOf)).reason !== 'length',
  // 15 and 18 are 1.5 away from 16.5: shorter than naming both, and a validation has 255 characters.
  native: (id) => rightWhenBlank(id, `ABS(LEN(${id?.text})-16.5)=1.5`),
});

export const idBirthOk = define({
  name: 'ID.BIRTH.OK',
  parameters: ['idNumber', 'asOf?'],
  examples: [
    [[RIGHT, AS_OF], true],
    [['510104198602301483', AS_OF], false],
    [['510104201801011483', AS_OF], false],
    [['51010419860611148', AS_OF], true],
    [['', AS_OF], true],
  ],
  run: (idNumber, asOf) => readId(asText(idNumber), asText(asOf)).reason !== 'birthDate',
  native: (id, asOf) => {
    const right = birthRight(id?.text ?? '', asOf);
    return right && `IF(LEN(${id?.text})=18,${right},TRUE)`;
  },
});

export const idDigitOk = define({
  name: 'ID.DIGIT.OK',
  parameters: ['idNumber', 'asOf?'],
  examples: [
    [[RIGHT, AS_OF], true],
    [['510104198606111484', AS_OF], false],
    [['51010419860611148', AS_OF], true],
    [['', AS_OF], true],
  ],
  run: (idNumber, asOf) => readId(asText(idNumber), asText(asOf)).reason !== 'checkDigit',
  native: (id) => `IF(LEN(${id?.text})=18,${digitRight(id?.text ?? '')},TRUE)`,
});

export const idBirth = define({
  name: 'ID.BIRTH',
  parameters: ['idNumber', 'asOf?'],
  examples: [
    [[RIGHT, AS_OF], '1986-06-11'],
    [['510104198606111484', AS_OF], ''],
  ],
  run: (idNumber, asOf) => {
    const { birth } = readId(asText(idNumber), asText(asOf));
    return birth ? formatDay(birth) : '';
  },
  native: ({ text: id } = atom('""')) => `IF(${longEnough(id)},TEXT(--${bornOn(id)},"0000-00-00"),NA())`,
});

export const idAge = define({
  name: 'ID.AGE',
  parameters: ['idNumber', 'asOf?'],
  examples: [
    [[RIGHT, AS_OF], 31],
    [[RIGHT, '2017-06-10'], 30],
    [['510104198606111484', AS_OF], ''],
  ],
  run: (idNumber, asOf) => {
    const { birth } = readId(asText(idNumber), asText(asOf));
    const on = parseIsoDay(asText(asOf));
    return birth && on ? fullYears(birth, on) : '';
  },
  native: (id, asOf) => {
    const age = ageById(id?.text ?? '', asOf);
    return age && `IF(${longEnough(id?.text ?? '')},${age},NA())`;
  },
});

export const idRegion = define({
  name: 'ID.REGION',
  parameters: ['idNumber', 'asOf?'],
  examples: [
    [[RIGHT, AS_OF], '510104'],
    [['510104198606111484', AS_OF], ''],
  ],
  run: (idNumber, asOf) => {
    const facts = readId(asText(idNumber), asText(asOf));
    return facts.birth ? facts.text.slice(0, 6) : '';
  },
  native: ({ text: id } = atom('""')) => `IF(${longEnough(id)},LEFT(${id},6),NA())`,
});

export const idMask = define({
  name: 'ID.MASK',
  parameters: ['idNumber'],
  examples: [
    [[RIGHT], '510104********1483'],
    [['510104860611148'], '510104*****1148'],
    [['5101041986'], '**********'],
    [[''], ''],
  ],
  run: (idNumber) => {
    const text = cleanId(asText(idNumber));
    if (text.length < 15) return '*'.repeat(text.length);
    return `${text.slice(0, 6)}${'*'.repeat(text.length - 10)}${text.slice(-4)}`;
  },
});
