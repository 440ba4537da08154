import { type Day, formatMonth } from './calendar.ts';
import { saysBlank } from './clean-text.ts';
import { define } from './define.ts';
import { cleanId, readId, upgradeId } from './id-number.ts';
import { femaleWord, maleWord } from './locale/vocabulary.ts';
import { atom, quoted } from './native.ts';
import { birthRight, bornIn, digitRight, longEnough, sexDigit } from './native-id.ts';
import { asText } from './value.ts';

const AS_OF = '2017-11-30';

export const idClean = define({
  name: 'ID.CLEAN',
  parameters: ['idNumber'],
  examples: [
    [["'51142519900516201x"], '51142519900516201X'],
    [['５１１１３０１９９３０９１５８６２Ｘ '], '51113019930915862X'],
    [['身份证51142519900516201X'], '51142519900516201X'],
    [['身份证号：51142519900516201x'], '51142519900516201X'],
    [['号码：51142519900516201x'], '51142519900516201X'],
    [['身份证号码为51142519900516201x'], '51142519900516201X'],
    [['51142519900516201x（身份证）'], '51142519900516201X'],
    [['511425.19900516.201x'], '51142519900516201X'],
    [['51142519900516201x（已核对）'], '51142519900516201X'],
    [['51142519900516201x（妻）'], '51142519900516201X(妻)'],
    [['511425_19900516_201x/'], '51142519900516201X'],
    [['5.11425199005162E+17'], '5.11425199005162E+17'],
    [['ID: 51142519900516201x'], '51142519900516201X'],
    [['（51142519900516201x）'], '51142519900516201X'],
    [['【511425********201X】'], '511425********201X'],
    [['511425 19900516 201X'], '51142519900516201X'],
    [['51142519900516201X，'], '51142519900516201X'],
    [['511130********2042'], '511130********2042'],
    [['无'], ''],
  ],
  run: (idNumber) => {
    const text = cleanId(asText(idNumber));
    return saysBlank(text) ? '' : text;
  },
});

export const idReason = define({
  name: 'ID.REASON',
  parameters: ['idNumber', 'asOf?'],
  examples: [
    [['510104198606111483', AS_OF], ''],
    [['51010419860611148', AS_OF], 'length'],
    [['510104********1483', AS_OF], 'characters'],
    [['5.10104198606111E+17', AS_OF], 'precisionLost'],
    [['510104198606111000', AS_OF], 'precisionLost'],
    [['510104198602301483', AS_OF], 'birthDate'],
    [['510104201801011483', AS_OF], 'birthDate'],
    [['510104198606111484', AS_OF], 'checkDigit'],
    [['510104860611148', AS_OF], 'legacy15'],
    [['', AS_OF], ''],
  ],
  run: (idNumber, asOf) => readId(asText(idNumber), asText(asOf)).reason,
});

export const idCheck = define({
  name: 'ID.CHECK',
  parameters: ['idNumber', 'asOf?'],
  native: (id, asOf) => {
    const birth = birthRight(id?.text ?? '', asOf);
    const digit = digitRight(id?.text ?? '');
    return birth && `IF(LEN(${id?.text})=18,AND(${birth},${digit}),OR(${id?.text}="",LEN(${id?.text})=15))`;
  },
  examples: [
    [['510104198606111483', AS_OF], true],
    [['510104860611148', AS_OF], true],
    [['510104198606111484', AS_OF], false],
    [['', AS_OF], true],
  ],
  run: (idNumber, asOf) => {
    const { reason } = readId(asText(idNumber), asText(asOf));
    return reason === '' || reason === 'legacy15';
  },
});

export const idGender = define({
  name: 'ID.GENDER',
  parameters: ['idNumber', 'asOf?', 'male?', 'female?'],
  native: (id, _, male, female) =>
    `IF(${longEnough(id?.text ?? '')},IF(MOD(${sexDigit(id?.text ?? '')},2)=1,${male?.text ?? quoted(maleWord)},${female?.text ?? quoted(femaleWord)}),NA())`,
  examples: [
    [['510104198606111483', AS_OF, '男', '女'], '女'],
    [['510104860611147', AS_OF, '男', '女'], '男'],
    [['510104198606111483', AS_OF], '女'],
    [['510104198606111484', AS_OF, '男', '女'], ''],
  ],
  run: (idNumber, asOf, male, female) => {
    const facts = readId(asText(idNumber), asText(asOf));
    if (facts.male === undefined) return '';
    return facts.male ? (male ?? maleWord) : (female ?? femaleWord);
  },
});

export const idBirthMonth = define({
  name: 'ID.BIRTHMONTH',
  parameters: ['idNumber', 'asOf?'],
  native: ({ text: id } = atom('""')) => `IF(${longEnough(id)},REPLACE(${bornIn(id)},5,0,"."),NA())`,
  examples: [
    [['510104198606111483', AS_OF], '1986.06'],
    [['510104860611148', AS_OF], '1986.06'],
    [['510104198606111484', AS_OF], ''],
  ],
  run: (idNumber, asOf) => {
    const { birth } = readId(asText(idNumber), asText(asOf));
    return birth ? monthOf(birth) : '';
  },
});

let lastBirth: Day | undefined;
let lastMonth = '';

/** Several rules of a record ask for one birthday's month, one after the other. */
function monthOf(birth: Day): string {
  if (birth === lastBirth) return lastMonth;
  lastBirth = birth;
  lastMonth = formatMonth(birth.year, birth.month);
  return lastMonth;
}

export const idUpgrade = define({
  name: 'ID.UPGRADE',
  parameters: ['idNumber'],
  examples: [
    [['510104860611148'], '510104198606111483'],
    [['510104198606111483'], ''],
  ],
  run: (idNumber) => upgradeId(asText(idNumber)),
});
