import { ageAt, ageClean, ageOk } from './age.ts';
import { choiceClean, choiceOk } from './clean-choice.ts';
import { genderClean } from './clean-gender.ts';
import { nameClean } from './clean-name.ts';
import { textClean, textOrBlank } from './clean-text.ts';
import { agree, eq, ge, gt, le, lt, ne } from './compare.ts';
import { date, dateDif, day, month, termDue, termProposal, year } from './date-functions.ts';
import { educationClean, educationRank } from './education.ts';
import { idBirthMonth, idCheck, idClean, idGender, idReason, idUpgrade } from './id-functions.ts';
import { idAge, idBirth, idBirthOk, idDigitOk, idLengthOk, idMask, idRegion } from './id-parts.ts';
import { and, anyIn, blank, coalesce, endsWith, filled, ifError, inList, length, not, or, when } from './logic.ts';
import {
  monthAdd,
  monthAmbiguous,
  monthDiff,
  monthNumber,
  monthOk,
  yearMonth,
  yearsBetween,
} from './month-functions.ts';
import { abs, int, max, min, mod, round, sum } from './number-functions.ts';
import { phoneClean, phoneOk } from './phone.ts';
import { idRegionOk } from './region.ts';
import { concat, exact, find, left, mid, right, substitute, text, trim, upper, value } from './text-functions.ts';
import type { FunctionSpec } from './types.ts';
import { networkDays, workday } from './workday-functions.ts';

const all: readonly FunctionSpec[] = [
  textClean,
  textOrBlank,
  nameClean,
  genderClean,
  choiceClean,
  choiceOk,
  educationClean,
  educationRank,
  phoneClean,
  phoneOk,
  idClean,
  idReason,
  idCheck,
  idRegionOk,
  idGender,
  idBirthMonth,
  idUpgrade,
  yearMonth,
  monthAmbiguous,
  monthOk,
  monthNumber,
  yearsBetween,
  ageAt,
  ageOk,
  ageClean,
  eq,
  ne,
  agree,
  lt,
  le,
  ge,
  gt,
  and,
  or,
  not,
  when,
  coalesce,
  inList,
  anyIn,
  blank,
  filled,
  length,
  endsWith,
  ifError,
  idLengthOk,
  idBirthOk,
  idDigitOk,
  idBirth,
  idAge,
  idRegion,
  idMask,
  monthAdd,
  monthDiff,
  termDue,
  termProposal,
  exact,
  left,
  right,
  mid,
  trim,
  upper,
  substitute,
  find,
  concat,
  value,
  text,
  mod,
  int,
  round,
  abs,
  min,
  max,
  sum,
  date,
  year,
  month,
  day,
  dateDif,
  workday,
  networkDays,
];

/** Every function that rules, derivations and normalisations of a pack may name, by name. */
export const catalogue: ReadonlyMap<string, FunctionSpec> = new Map(all.map((spec) => [spec.name, spec]));
