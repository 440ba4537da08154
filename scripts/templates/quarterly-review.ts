import { type MatrixBinding, matrixBindingSchema } from '../../sheets-templates/matrix-binding.ts';
import { columnName } from '../../xlsx/splice/a1.ts';

/** A column of the quarterly table: what it binds, its width on paper and the words above it, outermost first. */
export interface QuarterlyColumn {
  readonly binding: Readonly<Record<string, unknown>>;
  readonly heading: readonly string[];
  readonly mm: number;
  readonly kind: 'text' | 'score' | 'change' | 'long';
}

const field = (key: string, label: string, mm: number): QuarterlyColumn => ({
  binding: { field: key },
  heading: [label],
  mm,
  kind: 'text',
});
const figure = (key: string, label: string, mm: number, kind: QuarterlyColumn['kind']): QuarterlyColumn => ({
  binding: { figure: key },
  heading: [label],
  mm,
  kind,
});
const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'];
const LEVELS = [
  ['village', '村(社区)'],
  ['township', '乡镇'],
] as const;

/** 277 mm: A4 landscape without 10 mm at either side. */
export const quarterlyColumns: readonly QuarterlyColumn[] = [
  field('seq', '序号', 8),
  field('township', '乡镇', 15),
  field('village', '村(社区)', 18),
  field('name', '姓名', 15),
  ...QUARTERS.flatMap((quarter, at) =>
    LEVELS.flatMap(([level, label]): QuarterlyColumn[] => {
      const where = { level, quarter: String(at + 1) };
      return [
        { binding: { field: 'score', where }, heading: [quarter, label, '得分'], mm: 8.5, kind: 'score' },
        { binding: { field: 'grade', where }, heading: [quarter, label, '等次'], mm: 9.5, kind: 'text' },
      ];
    }),
  ),
  figure('average.village', '村平均分', 10.5, 'score'),
  figure('average.township', '乡镇平均分', 10.5, 'score'),
  figure('rank', '乡镇内名次', 9, 'text'),
  figure('change', '比上次增减', 10, 'change'),
  figure('missing', '尚缺（截至参照日期）', 37, 'long'),
];

export const QUARTERLY = {
  folder: 'sheets-templates/village-reserve-cadres/quarterly-review',
  pack: 'village-reserve-cadres',
  id: 'quarterly-review',
  version: '1.0',
  label: '村级后备干部季度评议表',
  sheet: '季度评议',
  unit: { text: '填报单位：', pattern: '填报单位：{unit}　　参照日期：{asOf}' },
  title: { text: '村级后备干部季度评议表', pattern: '{county}村级后备干部{year}年季度评议表' },
  /** Three header rows below unit and title. */
  headerRows: [3, 4, 5],
  sampleRow: 6,
  blankRows: 20,
  /** Red, yellow, green: the colours that Excel gives such scores by itself. */
  points: [
    { at: 60, colour: 'F8696B' },
    { at: 80, colour: 'FFEB84' },
    { at: 100, colour: '63BE7B' },
  ],
} as const;

/** The columns (`E`) whose numbers are coloured. */
export const scoreColumns: readonly string[] = quarterlyColumns.flatMap(({ kind }, at) =>
  kind === 'score' ? [columnName(at + 1)] : [],
);

/** The binding that stands beside the quarterly table's workbook. */
export function quarterlyBinding(): MatrixBinding {
  return matrixBindingSchema.parse({
    kind: 'matrix',
    id: QUARTERLY.id,
    version: QUARTERLY.version,
    label: QUARTERLY.label,
    entity: 'person',
    workbook: `${QUARTERLY.id}.xlsx`,
    sheet: QUARTERLY.sheet,
    headerRow: QUARTERLY.headerRows.at(-1),
    sampleRow: QUARTERLY.sampleRow,
    blankRows: QUARTERLY.blankRows,
    texts: [
      { cell: 'A1', text: QUARTERLY.unit.pattern },
      { cell: 'A2', text: QUARTERLY.title.pattern },
    ],
    cells: { entity: 'review', yearBy: 'year' },
    columns: quarterlyColumns.map(({ binding }, at) => ({ column: columnName(at + 1), ...binding })),
    scale: { columns: scoreColumns, points: QUARTERLY.points },
  });
}
