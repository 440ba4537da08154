import { samplePhoto } from './sample-photo.ts';

/** What one of the sample's people has done and was told, ready to be typed: the entity and its fields. */
export interface SampleRecord {
  readonly entity: string;
  readonly typed: Readonly<Record<string, string>>;
}

type Texts = Readonly<Record<string, string>>;

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

/** People by their place: those who were trained together, who are led, who were tried out, who are reviewed. */
const between = (index: number, from: number, to: number): boolean => index >= from && index <= to;

const COURSES: readonly { readonly from: number; readonly to: number; readonly typed: Texts }[] = [
  { from: 0, to: 9, typed: { mode: '集中培训', time: '2016.09', days: '5', content: '县委党校村级后备干部培训班' } },
  { from: 0, to: 17, typed: { mode: '集中培训', time: '2017.05', days: '5', content: '党的农村政策和村级财务管理' } },
  { from: 6, to: 23, typed: { mode: '以会代训', time: '2017.08', days: '1', content: '村民自治和矛盾调解' } },
  { from: 18, to: 22, typed: { mode: '县外培训', time: '2017.10', days: '3', content: '到邻县学习集体经济发展' } },
];
const HELP = [
  '上门谈心，帮助理清工作思路',
  '带着走访农户，学做群众工作',
  '指导起草村务公开材料',
  '一起研究产业发展项目',
];
const JUDGED = ['进步明显', '能独立完成任务', '工作主动'];
const TASKS: readonly Texts[] = [
  { content: '任村党支部书记助理', performance: '熟悉村情，能协助处理日常事务', opinion: '良好' },
  { content: '参与精准扶贫入户调查', performance: '走访认真，情况摸得准', opinion: '好' },
  { content: '负责人居环境整治', performance: '带头干，群众评价好', opinion: '好' },
];
const STRENGTHS = ['学习能力强，肯吃苦，可以压担子', '群众基础好，有带富能力', '办事踏实，潜力较大'];
const WEAKNESSES = ['农村工作经验还不够', '处理复杂矛盾的办法不多', '政策理论学习不够系统'];
const SAID = ['思想政治素质好，工作认真负责。', '工作主动，能完成交办任务。', '有进步，还要多到一线锻炼。'];
/** By how much somebody's score grows from quarter to quarter. */
const STEPS = [3, 1.5, -2, 4, 0, 2.5];
const WORK = ['务农', '种植大户', '经商', '村文书'];
const SKILLS = ['果树栽培', '财务会计', '电子商务', '农机维修'];
const SCHOOLS = ['眉山职业技术学院 园艺技术', '四川农业大学 农学', '青神中学', '成都大学 会计学'];
const PHOTOS: readonly (readonly [number, Parameters<typeof samplePhoto>])[] = [
  [
    0,
    [
      [168, 200, 232],
      [38, 54, 92],
    ],
  ],
  [
    1,
    [
      [168, 200, 232],
      [120, 40, 48],
    ],
  ],
  [
    3,
    [
      [236, 236, 236],
      [44, 78, 66],
    ],
  ],
  [
    6,
    [
      [168, 200, 232],
      [70, 70, 78],
    ],
  ],
];

/** Further fields of a person; the second one's are left for whoever tries it out. */
export function furtherFields(index: number): Texts {
  const picture = PHOTOS.find(([of]) => of === index);
  const photo: Texts = picture === undefined ? {} : { photo: samplePhoto(...picture[1]) };
  if (!between(index, 3, 11)) return photo;
  return {
    ...photo,
    ethnicity: index === 7 ? '彝族' : '汉族',
    nativePlace: '四川青神',
    birthPlace: '四川青神',
    workStart: `20${String(8 + (index % 5)).padStart(2, '0')}.07`,
    health: '健康',
    occupation: at(WORK, index) ?? '',
    specialty: at(SKILLS, index) ?? '',
    school: at(SCHOOLS, index) ?? '',
  };
}

/** The trainings, mentorings, tasks, reviews and results of one of the sample's people. @param mentor as on the roster */
export function sampleRecords(index: number, mentor: string): readonly SampleRecord[] {
  const records: SampleRecord[] = COURSES.filter(({ from, to }) => between(index, from, to)).map(({ typed }) => ({
    entity: 'training',
    typed,
  }));
  const led = between(index, 1, 11);
  for (const quarter of led && mentor !== '' ? [1, 2, 3] : [])
    records.push({
      entity: 'mentoring',
      typed: {
        year: '2017',
        quarter: String(quarter),
        mentor: mentor.split(' ')[0] ?? '',
        content: at(HELP, index + quarter) ?? '',
        opinion: at(JUDGED, index + quarter) ?? '',
      },
    });
  if (between(index, 1, 8)) records.push({ entity: 'practice', typed: { year: '2017', ...at(TASKS, index) } });
  for (const quarter of [1, 2, 3]) {
    if (between(index, 0, 11) && quarter < 3) records.push(review(index, quarter, 'village', 4));
    // One has not been reviewed in the third quarter: what is missing shows too.
    if (between(index, 0, 29) && !(index === 9 && quarter === 3)) records.push(review(index, quarter, 'township', 0));
  }
  if (led) records.push({ entity: 'yearResult', typed: { year: '2016', result: index % 4 === 0 ? '优秀' : '称职' } });
  return records;
}

function review(index: number, quarter: number, level: 'village' | 'township', more: number): SampleRecord {
  const step = at(STEPS, index) ?? 0;
  const score = Math.min(98, 64 + ((index * 11) % 29) + quarter * step + (more === 0 ? 0 : (index % more) - 1));
  const township: Texts =
    level === 'village'
      ? {}
      : {
          potential: at(STRENGTHS, index + quarter) ?? '',
          weakness: at(WEAKNESSES, index + quarter * 2) ?? '',
          date: `2017-${String(quarter * 3).padStart(2, '0')}-28`,
        };
  return {
    entity: 'review',
    typed: {
      year: '2017',
      quarter: String(quarter),
      level,
      score: String(score),
      grade: score >= 90 ? '好' : score >= 78 ? '较好' : '一般',
      opinion: at(SAID, index + quarter + more) ?? '',
      ...township,
    },
  };
}
