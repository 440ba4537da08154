import { describe, expect, test } from 'vitest';
import { finishWizard } from './finish.ts';
import { goToPerson, nextPage, previousPage, progressOf } from './navigate.ts';
import { wizardStateSchema } from './state.ts';
import { fillPage, project, shown, wizard } from './testing/run.ts';

const next = (run: Parameters<typeof nextPage>[0], state: Parameters<typeof nextPage>[1]) => {
  const page = nextPage(run, state);
  if (!page) throw new Error('that was the last page');
  return page;
};
const done = (run: Parameters<typeof finishWizard>[0], state: Parameters<typeof finishWizard>[1], leaveOut = false) => {
  const finish = finishWizard(run, state, leaveOut);
  if (!finish.ok) throw new Error(JSON.stringify(finish.error));
  return finish.value;
};

describe('新增人员', () => {
  test('the ID number fills what follows, the village its township, a condition asks for more', () => {
    const store = project();
    const run = wizard('add-person', store);
    let state = fillPage(run, run.begin(), { idNumber: '510104198606111483', name: '王 五', village: '兰沟社区' });
    expect(shown(run, state)).toMatchObject({
      name: '王五',
      gender: '女',
      birthMonth: '1986.06',
      age: '31',
      township: '南城镇',
    });
    expect(shown(run, state)).not.toHaveProperty('school');
    state = fillPage(run, state, { identity: '大学生村官' });
    expect(shown(run, state)).toHaveProperty('school', '');
    const finish = done(run, state);
    expect(finish.patch).toHaveLength(1);
    store.apply(finish.patch, 'test');
    expect(store.get('person', store.ids('person').at(-1) ?? '')).toMatchObject({
      name: '王五',
      gender: '女',
      village: '兰沟社区',
    });
    // The next one begins in the same village, and is nobody yet.
    expect(shown(run, finish.rest)).toMatchObject({ village: '兰沟社区', township: '南城镇', idNumber: '' });
    expect(finishWizard(run, finish.rest)).toEqual({ ok: false, error: { code: 'nothing' } });
  });

  test('verdicts are the sheet’s, others of the project included, and their fixes lie ready', () => {
    const store = project({ person: [{ id: 'a', name: '张三', village: '白虎村', idNumber: '510104198606111483' }] });
    const run = wizard('add-person', store);
    const state = fillPage(run, run.begin(), { idNumber: '510104198606111483', gender: '男' });
    const issues = run.page(state)?.drafts[0]?.fields.flatMap((field) => field.issues) ?? [];
    const message = (rule: string) => issues.find((issue) => issue.rule === rule)?.message;
    expect(message('duplicate.idNumber')).toMatch('与白虎村的张三相同');
    expect(message('gender.mismatch')).toMatch('性别“男”与身份证号码不符');
    expect(issues.find((issue) => issue.rule === 'gender.mismatch')?.fix?.patch).toMatchObject([
      { set: { gender: '女' } },
    ]);
    expect(store.ids('person')).toEqual(['a']);
  });
});

describe('季度评议', () => {
  const reviews = [
    { id: 'old', person: 'a', year: 2017, quarter: '2', level: 'township', score: 80, opinion: '好' },
    { id: 'older', person: 'a', year: 2017, quarter: '1', level: 'township', score: 70 },
    { id: 'other', person: 'a', year: 2017, quarter: '2', level: 'village', score: 99 },
    { id: 'now', person: 'b', quarter: '3', level: 'township', score: 60, grade: '一般' },
  ];

  test('goes from person to person with the last review beside, stops, goes on, and ends in one patch', () => {
    const store = project({ review: reviews });
    const run = wizard('quarterly-review', store);
    let state = fillPage(run, run.begin(), { quarter: '第三季度', date: '2017-09-30' });
    expect(shown(run, state)).toMatchObject({ level: 'township', year: '2017', quarter: '3' });
    state = next(run, run.choose(next(run, state), ['a', 'b']));
    expect(progressOf(run, state)).toEqual({ step: 3, steps: 3, at: 1, people: 2 });
    expect(run.page(state)?.beside?.items.map(({ text }) => text)).toEqual(['2017', '2', '80', '', '', '', '好']);
    state = fillPage(run, state, { score: '85', opinion: '进步明显' });
    state = wizardStateSchema.parse(JSON.parse(JSON.stringify(next(run, state))));
    // Who has a review of this quarter goes on with it.
    expect(shown(run, state)).toMatchObject({ score: '60', grade: '一般' });
    expect(previousPage(run, state)).toMatchObject({ at: 0, step: 2 });
    state = fillPage(run, state, { score: '65' });
    expect(nextPage(run, state)).toBeNull();
    expect(goToPerson(run, state, 0)).toMatchObject({ at: 0 });
    const finish = done(run, state);
    expect(finish.patch.map(({ op }) => op)).toEqual(['insert', 'update']);
    store.apply(finish.patch, 'test');
    expect(store.get('review', 'now')).toMatchObject({ score: '65', grade: '一般', date: '2017-09-30' });
    expect(
      store
        .ids('review')
        .map((id) => store.get('review', id))
        .at(-1),
    ).toMatchObject({
      person: 'a',
      year: '2017',
      quarter: '3',
      level: 'township',
      score: '85',
      opinion: '进步明显',
      date: '2017-09-30',
    });
  });

  test('people for whom nothing was filled in get no review', () => {
    const store = project();
    const run = wizard('quarterly-review', store);
    const state = next(run, run.choose(next(run, run.begin()), ['a', 'b']));
    expect(finishWizard(run, state)).toEqual({ ok: false, error: { code: 'nothing' } });
    const finish = done(run, fillPage(run, state, { grade: '好' }));
    expect([finish.people, finish.skipped]).toEqual([['a'], ['b']]);
  });

  test('there is no fifth quarter', () => {
    const store = project();
    const run = wizard('quarterly-review', store);
    const begun = fillPage(run, run.begin(), { quarter: '5' });
    const state = fillPage(run, next(run, run.choose(next(run, begun), ['a'])), { score: '80' });
    const finish = finishWizard(run, state);
    expect(finish).toMatchObject({ ok: false, error: { code: 'shared', step: 0 } });
    expect(JSON.stringify(finish)).toContain('一年只有四个季度');
  });

  test('who left the roster meanwhile is named, and what was filled in for them stays', () => {
    const store = project();
    const run = wizard('quarterly-review', store);
    let state = next(run, run.choose(next(run, run.begin()), ['a', 'b']));
    state = fillPage(run, next(run, fillPage(run, state, { score: '80' })), { score: '90' });
    store.apply([{ op: 'update', entity: 'person', id: 'b', set: { status: '已移出' } }], 'test');
    expect(finishWizard(run, state)).toEqual({ ok: false, error: { code: 'gone', people: ['b'] } });
    const finish = done(run, state, true);
    expect(finish.people).toEqual(['a']);
    expect(finish.rest.people).toEqual(['b']);
    store.apply(finish.patch, 'test');
    store.apply([{ op: 'update', entity: 'person', id: 'b', set: { status: null } }], 'test');
    expect(done(run, finish.rest).patch).toMatchObject([{ op: 'insert', record: { person: 'b', score: '90' } }]);
  });
});

test('培训登记: one training, a record for each of the people', () => {
  const store = project();
  const run = wizard('training', store);
  const filled = fillPage(run, run.begin(), { mode: '集中培训', time: '2017.03', days: '5天', content: '党务' });
  expect(finishWizard(run, filled)).toEqual({ ok: false, error: { code: 'nobody' } });
  expect(finishWizard(run, run.choose(filled, ['a', 'c']))).toEqual({
    ok: false,
    error: { code: 'gone', people: ['c'] },
  });
  const finish = done(run, run.choose(filled, ['a', 'b']));
  expect(finish.patch).toMatchObject(
    ['a', 'b'].map((person) => ({ op: 'insert', record: { person, mode: '集中培训', days: '5' } })),
  );
  const wrong = finishWizard(run, run.choose(fillPage(run, filled, { days: '-1' }), ['a']));
  expect(wrong).toMatchObject({ ok: false, error: { code: 'shared' } });
});

describe('填写纪实表', () => {
  const records = {
    mentoring: [
      { id: 'm2', person: 'a', quarter: '2', content: '结对' },
      { id: 'old', person: 'a', year: 2016, quarter: '1' },
    ],
    training: [{ id: 't1', person: 'a', content: '党务' }],
  };

  test('steps are the sections of the form; quarters stand ready, further lines can be added', () => {
    const store = project(records);
    const run = wizard('record-form', store);
    let state = next(run, run.choose(run.begin(), ['a']));
    state = fillPage(run, state, { ethnicity: '汉' });
    state = next(run, state);
    expect(shown(run, state)).toMatchObject({ content: '党务' });
    state = fillPage(run, run.addLine(state), { content: '农技', days: '2' }, 1);
    state = next(run, state);
    expect(run.page(state)?.drafts.map(({ draft }) => [draft.slot.label, draft.text('content')])).toEqual([
      ['第一季度', ''],
      ['第二季度', '结对'],
      ['第三季度', ''],
      ['第四季度', ''],
    ]);
    state = fillPage(run, fillPage(run, state, { content: '回访' }, 1), { content: '初访' }, 0);
    const finish = done(run, state);
    store.apply(finish.patch, 'test');
    expect(store.get('person', 'a')).toMatchObject({ ethnicity: '汉族' });
    expect(store.get('mentoring', 'm2')).toMatchObject({ content: '回访' });
    const added = [...store.ids('mentoring'), ...store.ids('training')].flatMap(
      (id) => store.get('mentoring', id) ?? store.get('training', id) ?? [],
    );
    expect(added).toContainEqual(expect.objectContaining({ person: 'a', year: '2017', quarter: '1', content: '初访' }));
    expect(added).toContainEqual(expect.objectContaining({ person: 'a', content: '农技', days: '2' }));
  });

  test('a line whose record went meanwhile is stored as a new one', () => {
    const store = project(records);
    const run = wizard('record-form', store);
    const at = { ...run.choose(run.begin(), ['a']), step: 2 };
    const state = fillPage(run, at, { content: '改过的' });
    store.apply([{ op: 'remove', entity: 'training', id: 't1' }], 'test');
    expect(done(run, state).patch).toMatchObject([{ op: 'insert', record: { person: 'a', content: '改过的' } }]);
  });

  test('an added line can be taken away again', () => {
    const run = wizard('record-form', project());
    const at = run.addLine({ ...run.choose(run.begin(), ['a']), step: 2 });
    const state = fillPage(run, at, { content: '错' }, 1);
    const slot = run.page(state)?.drafts[1]?.draft.slot;
    expect(slot && run.dropLine(state, slot)).toMatchObject({ added: [], typed: {} });
  });
});

describe('公示', () => {
  const filled = (texts: Readonly<Record<string, string>>) => {
    const store = project();
    const run = wizard('posting', store);
    return { store, run, state: run.choose(fillPage(run, run.begin(), texts), ['a', 'b']) };
  };

  test('ends after working days of the published calendar, the day after posting being the first', () => {
    const { run, state } = filled({ postedOn: '2017-09-29' });
    expect(shown(run, state)).toMatchObject({ kind: '选拔', days: '3', endsOn: '2017-10-10' });
    expect(shown(run, fillPage(run, state, { kind: '任用' }))).toMatchObject({ days: '5', endsOn: '2017-10-12' });
    const finish = done(run, state);
    expect(finish.patch).toMatchObject([
      { op: 'insert', entity: 'posting', record: { people: '白虎村 张三、金牛村 张三' } },
    ]);
    expect(finish.people).toEqual(['a', 'b']);
  });

  test('counts the day of posting where the project says so', () => {
    const { store, run, state } = filled({ postedOn: '2017-09-29' });
    store.apply([{ op: 'settings', set: { postingDayOne: '张贴当日' } }], 'test');
    expect(shown(run, state)).toMatchObject({ endsOn: '2017-10-09' });
  });

  test('says 未公布 for years without a notice, and takes a date typed by hand', () => {
    const { run, state } = filled({ postedOn: '2031-01-06' });
    expect(JSON.stringify(finishWizard(run, state))).toMatch(/未公布/);
    expect(done(run, fillPage(run, state, { endsOn: '2031-01-09' })).patch).toHaveLength(1);
  });
});
