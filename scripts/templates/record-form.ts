/**
 * Attachment 2 of 青委组〔2017〕57号: 村级后备干部日常管理纪实表. Texts letter by letter. The attachment sets page 1 in seven
 * positions and page 2 in five; a grid of 17 columns (20 mm, then 16 of 8.5 mm) carries both.
 */
export const recordForm = {
  folder: 'sheets-templates/village-reserve-cadres/record-form',
  pack: 'village-reserve-cadres',
  id: 'record-form',
  version: '1.0',
  label: '村级后备干部日常管理纪实表',
  sheet: '纪实表',
  attachment: '附件 2',
  title: '村级后备干部日常管理纪实表',
} as const;

/** Widths of A…Q on paper. */
export const COLUMNS_MM: readonly number[] = [20, ...Array.from({ length: 16 }, () => 8.5)];

/**
 * What a cell is: a label, a label of six characters that breaks after the fourth, one set from top to bottom, a short
 * value (centred), a text (from the left).
 */
export type CellKind = 'label' | 'sixLabel' | 'vertical' | 'value' | 'text';

export interface FormCell {
  /** First and last column, `B:D`. */
  readonly columns: string;
  readonly kind: CellKind;
  readonly text?: string;
  /** Rows that it is merged down over, 1 without. */
  readonly down?: number;
}

export interface FormRow {
  /** In points. */
  readonly height: number;
  readonly cells: readonly FormCell[];
}

/** Positions c0–c6 of page 1 and the five of page 2. */
const PAGE_1 = { c0: 'A:A', c1: 'B:D', c2: 'E:F', c3: 'G:H', c4: 'I:J', c5: 'K:M', c6: 'N:Q' } as const;
const PAGE_2 = { label: 'A:A', quarters: ['B:E', 'F:I', 'J:M', 'N:Q'] } as const;
const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'] as const;

/** Blank lines of the repeating areas (convention: the attachment shows none). */
export const LINES = { training: 4, practice: 4 } as const;

const label = (columns: string, text: string, down = 1): FormCell => ({ columns, kind: 'label', text, down });
const sixLabel = (text: string, down = 1): FormCell => ({ columns: PAGE_2.label, kind: 'sixLabel', text, down });
const vertical = (text: string, down: number): FormCell => ({ columns: PAGE_1.c0, kind: 'vertical', text, down });
const value = (columns: string): FormCell => ({ columns, kind: 'value' });
const text = (columns: string): FormCell => ({ columns, kind: 'text' });
const times = (count: number, row: FormRow): FormRow[] => Array.from({ length: count }, () => row);

const { c0, c1, c2, c3, c4, c5, c6 } = PAGE_1;
const threePairs = (first: string, second: string, third: string): FormCell[] => [
  label(c0, first),
  value(c1),
  label(c2, second),
  value(c3),
  label(c4, third),
  value(c5),
];

/** Row heights in points; together they leave both A4 pages a little room. */
const HEIGHT = { person: 32, header: 32, training: 36, mentoring: 61, practice: 76, opinion: 136, result: 34 } as const;

const opinions = (title: FormCell): FormRow[] => [
  {
    height: HEIGHT.header,
    cells: [title, ...QUARTERS.map((quarter, i) => label(PAGE_2.quarters[i] ?? '', quarter))],
  },
  { height: HEIGHT.opinion, cells: PAGE_2.quarters.map(text) },
];

/** Page 1 of the table. */
export const FIRST_PAGE: readonly FormRow[] = [
  { height: HEIGHT.person, cells: [...threePairs('姓名', '性别', '出生年月'), label(c6, '照片', 5)] },
  { height: HEIGHT.person, cells: threePairs('民族', '籍贯', '出生地') },
  { height: HEIGHT.person, cells: threePairs('入党时间', '参加工作时间', '健康状况') },
  {
    height: HEIGHT.person,
    cells: [label(c0, '从事职业'), value('B:F'), label(c3, '熟悉专业有何专长'), value('I:M')],
  },
  { height: HEIGHT.person, cells: [label(c0, '学历'), value(c1), label(c2, '毕业院校及专业'), value('G:M')] },
  { height: HEIGHT.person, cells: [label(c0, '身份证号'), value('B:J'), label(c5, '电话号码'), value(c6)] },
  {
    height: HEIGHT.header,
    cells: [
      vertical('参加培训情况', 1 + LINES.training),
      label(c1, '培训方式'),
      label(c2, '培训时间'),
      label(c3, '培训天数'),
      label('I:Q', '培训内容'),
    ],
  },
  ...times(LINES.training, { height: HEIGHT.training, cells: [value(c1), value(c2), value(c3), text('I:Q')] }),
  {
    height: HEIGHT.header,
    cells: [
      vertical('结对帮扶情况', 5),
      label(c1, '帮扶时间'),
      label(c2, '帮扶责任人'),
      label('G:M', '帮扶内容'),
      label(c6, '评定意见'),
    ],
  },
  ...QUARTERS.map((quarter) => ({
    height: HEIGHT.mentoring,
    cells: [label(c1, quarter), value(c2), text('G:M'), text(c6)],
  })),
];

/** Page 2. */
export const SECOND_PAGE: readonly FormRow[] = [
  {
    height: HEIGHT.header,
    cells: [
      vertical('参加实践锻炼情况', 1 + LINES.practice),
      label('B:E', '具体内容'),
      label('F:M', '主要表现'),
      label('N:Q', '评定意见'),
    ],
  },
  ...times(LINES.practice, { height: HEIGHT.practice, cells: [text('B:E'), text('F:M'), text('N:Q')] }),
  ...opinions(label(PAGE_2.label, '村（社区）评定意见', 2)),
  ...opinions(sixLabel('乡镇评定意见', 2)),
  { height: HEIGHT.result, cells: [sixLabel('年度考核结果'), value('B:Q')] },
];

/** The table begins below the attachment's number and the title. */
export const FIRST_ROW = 3;
/** The page ends behind this row. */
export const BREAK_ROW = FIRST_ROW + FIRST_PAGE.length - 1;
export const LAST_ROW = BREAK_ROW + SECOND_PAGE.length;
