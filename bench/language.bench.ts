import { fileURLToPath } from 'node:url';
import { readId } from '../formulas/id-number.ts';
import { compile } from '../formulas/language/compile.ts';
import { parse } from '../formulas/language/parse.ts';
import { FormulaBook } from '../sheets-templates/formula-book.ts';
import { loadPack } from '../sheets-templates/load.node.ts';
import { benchProject } from './people.ts';

/** Compiled rules against the same written by hand, and what reading a formula costs. CPU time, medians of 7 rounds. */
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const timed = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

type Person = { readonly [key: string]: unknown };
const people: readonly Person[] = benchProject(50_000).records.person ?? [];
const loaded = await loadPack(fileURLToPath(new URL('../sheets-templates/village-reserve-cadres', import.meta.url)));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const { pack } = loaded.value;
const [entity] = pack.entities;
if (!entity) throw new Error('no entity');
const book = new FormulaBook(pack);
const text = (person: Person, key: string): string => {
  const value = person[key];
  return typeof value === 'string' ? value : '';
};
const AS_OF = '2017-11-30';

function rule(formula: string): (person: Person) => boolean {
  if (!entity) throw new Error('no entity');
  const run = compile<Person>(book.arg(entity, formula), {
    field: (key) => (person) => {
      const value = person[key];
      return typeof value === 'string' && value !== '' ? value : null;
    },
    parameter: (key) => () => (key === 'asOf' ? AS_OF : 35),
    choices: () => entity.fields.find(({ key }) => key === 'education')?.choices ?? [],
    count: () => () => 1,
    partner: () => () => '',
  });
  return (person) => run(person) === true;
}

const education = entity.fields.find(({ key }) => key === 'education')?.choices ?? [];
const pairs: readonly (readonly [name: string, compiled: (p: Person) => boolean, byHand: (p: Person) => boolean])[] = [
  [
    'check digit',
    rule('=ID.DIGIT.OK([身份证号码], {截止日期})'),
    (p) => readId(text(p, 'idNumber'), AS_OF).reason !== 'checkDigit',
  ],
  [
    'gender against ID',
    rule('=AGREE([性别], ID.GENDER([身份证号码], {截止日期}, "男", "女"))'),
    (p) => {
      const { male } = readId(text(p, 'idNumber'), AS_OF);
      const gender = text(p, 'gender');
      return gender === '' || male === undefined || gender === (male ? '男' : '女');
    },
  ],
  [
    'length of the name',
    rule('=OR(ISBLANK([姓名]), LEN([姓名]) >= 2)'),
    (p) => text(p, 'name') === '' || [...text(p, 'name')].length >= 2,
  ],
  [
    'choice',
    rule('=CHOICE.OK([学历], CHOICES([学历]))'),
    (p) => text(p, 'education') === '' || education.includes(text(p, 'education')),
  ],
];

let right = 0;
const totals = [0, 0];
for (const [name, compiled, byHand] of pairs) {
  const round = (check: (p: Person) => boolean) => (): void => {
    for (let at = 0; at < 4; at++) for (const person of people) if (check(person)) right++;
  };
  round(compiled)();
  round(byHand)();
  const times = [compiled, byHand].map((check) => median(Array.from({ length: 7 }, () => timed(round(check)))));
  const [ours = 0, theirs = 1] = times;
  totals[0] = (totals[0] ?? 0) + ours;
  totals[1] = (totals[1] ?? 0) + theirs;
  const perSecond = (people.length * 4) / (ours / 1000) / 1e6;
  console.log(`${name}: ${perSecond.toFixed(1)} million a second compiled, ${(ours / theirs).toFixed(2)} × by hand`);
}
console.log(`all of them: ${((totals[0] ?? 0) / (totals[1] ?? 1)).toFixed(2)} × by hand (${right} right)`);

const long =
  `=OR(ISBLANK([姓名]), ${Array.from({ length: 12 }, (_, at) => `LEN([姓名]) >= ${at + 1}`).join(', ')})`.padEnd(
    255,
    ' ',
  );
let trees = 0;
const parsing = (): void => {
  for (let at = 0; at < 2_000; at++) if (parse(long).ok) trees++;
};
parsing();
const cost = median(Array.from({ length: 7 }, () => timed(parsing))) / 2_000;
console.log(`parse of a formula of ${long.length} characters: ${cost.toFixed(4)} ms (${trees} trees)`);
