import { useState } from 'react';
import type { Pack } from '../../sheets-templates/schema.ts';
import { PROBLEM_WORDS } from '../../xlsx/problems/locale/zh-CN.ts';
import { returnWorkbook } from '../../xlsx/problems/return-book.ts';
import type { CheckedSheet } from '../../xlsx/recognise/check-workbook.ts';
import { type ColumnAnswer, layoutOf } from '../../xlsx/recognise/column-answers.ts';
import { writeZip } from '../../xlsx/zip/write-zip.ts';
import { fill } from '../locale/zh-CN.ts';
import { ColumnsList } from './ColumnsList.tsx';
import { doubtfulCount, hasColumns } from './column-items.ts';
import { MERGE } from './locale.zh-CN.ts';
import type { FileLine } from './merge-view.ts';
import { NormalisedList } from './NormalisedList.tsx';

export interface FileTableProps {
  readonly lines: readonly FileLine[];
  readonly pack: Pack;
  readonly onSave: (name: string, bytes: Uint8Array) => void;
  readonly remembered: (sheet: CheckedSheet) => ColumnAnswer | undefined;
  readonly onAnswer: (answer: ColumnAnswer) => void;
  /** Makes the list of everything that is wrong in the result. */
  readonly problemList: () => Promise<Uint8Array>;
  /** Goes to the first conflict that is open; null when there is none. */
  readonly onSettle: (() => void) | null;
}

const text = MERGE.columns;

/** Who sent what: one line a file, with the workbook to mail back. */
export function FileTable({ lines, pack, onSave, remembered, onAnswer, problemList, onSettle }: FileTableProps) {
  const [shown, setShown] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const sum = (key: 'people' | 'added' | 'changed' | 'unchanged' | 'duplicates'): number =>
    lines.reduce((total, line) => total + line[key], 0);
  const wrong = lines.filter(({ errors, warnings }) => errors + warnings > 0);
  const open = lines.find(({ file }) => file === shown);
  const asking = lines.find(({ file }) => file === asked);
  return (
    <section className="mc-merge-files">
      <header>
        <p>
          {fill(MERGE.total, {
            files: lines.length,
            people: sum('people'),
            added: sum('added'),
            changed: sum('changed'),
            unchanged: sum('unchanged'),
            duplicates: sum('duplicates'),
          })}
        </p>
        <div>
          {onSettle && (
            <button type="button" className="mc-button" onClick={onSettle}>
              {MERGE.settle}
            </button>
          )}
          <button
            type="button"
            className="mc-button"
            title={MERGE.problemTip}
            onClick={() => void problemList().then((bytes) => onSave(MERGE.problemFile, bytes))}
          >
            {MERGE.problemList}
          </button>
          {wrong.length > 0 && (
            <button
              type="button"
              className="mc-button"
              title={MERGE.returnTip}
              onClick={() => void allReturned(wrong, pack).then((bytes) => onSave(MERGE.returnZip, bytes))}
            >
              {MERGE.returnAll}
            </button>
          )}
        </div>
      </header>
      <div className="mc-merge-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.file}</th>
              {[text.people, text.errors, text.warnings, text.added, text.changed, text.duplicates].map((label) => (
                <th key={label} scope="col" className="mc-count">
                  {label}
                </th>
              ))}
              <th scope="col">{text.normalised}</th>
              <th scope="col">
                <span className="mc-hidden">{text.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.file}>
                <th scope="row" title={line.file}>
                  {line.file}
                </th>
                {line.error === undefined ? (
                  <Counts line={line} onShow={() => setShown(line.file === shown ? null : line.file)} />
                ) : (
                  <td colSpan={7} className="mc-merge-unread">
                    {line.error}
                  </td>
                )}
                <td>
                  {line.sheets.some(hasColumns) && (
                    <button
                      type="button"
                      className="mc-link"
                      onClick={() => setAsked(line.file === asked ? null : line.file)}
                    >
                      {columnsLabel(line.sheets, remembered)}
                    </button>
                  )}
                  {line.errors + line.warnings > 0 && (
                    <button
                      type="button"
                      className="mc-link"
                      title={MERGE.returnTip}
                      onClick={() =>
                        void returnWorkbook(line.sheets, pack).then((bytes) => onSave(returnName(line.file), bytes))
                      }
                    >
                      {MERGE.returnOne}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {asking?.sheets.filter(hasColumns).map((sheet) => {
        const layout = layoutOf(sheet.columns);
        return (
          <ColumnsList
            key={`${asking.file} ${sheet.sheet} ${sheet.part ?? 0} ${layout}`}
            file={asking.file}
            sheet={sheet}
            pack={pack}
            remembered={remembered(sheet)}
            onAnswer={(answer) => {
              setAsked(null);
              onAnswer(answer);
            }}
          />
        );
      })}
      {open && <NormalisedList file={open.file} cells={open.normalised} pack={pack} />}
    </section>
  );
}

function columnsLabel(sheets: readonly CheckedSheet[], remembered: FileTableProps['remembered']): string {
  const tables = sheets.filter(hasColumns);
  if (tables.some((sheet) => remembered(sheet) !== undefined)) return MERGE.columnsOf.openRemembered;
  const doubtful = tables.reduce((sum, sheet) => sum + doubtfulCount(sheet), 0);
  return doubtful === 0 ? MERGE.columnsOf.open : fill(MERGE.columnsOf.openDoubtful, { n: doubtful });
}

function Counts({ line, onShow }: { readonly line: FileLine; readonly onShow: () => void }) {
  const { people, errors, warnings, added, changed, duplicates, normalised } = line;
  const cell = (value: number, look = ''): React.ReactNode => (
    <td className={`mc-count${value > 0 ? look : ' mc-zero'}`}>{value}</td>
  );
  return (
    <>
      {cell(people)}
      {cell(errors, ' mc-error')}
      {cell(warnings, ' mc-warning')}
      {cell(added)}
      {cell(changed)}
      {cell(duplicates)}
      <td>
        {normalised.length > 0 && (
          <button type="button" className="mc-link" onClick={onShow}>
            {fill(MERGE.normalisedPlaces, { n: normalised.length })}
          </button>
        )}
      </td>
    </>
  );
}

function returnName(file: string): string {
  const plain = file.replace(/\.[^./\\]+$/, '').replace(/[\\/:*?"<>|]/g, '_');
  return PROBLEM_WORDS.returned.fileName(plain);
}

/** All workbooks to mail back, in one archive. */
async function allReturned(lines: readonly FileLine[], pack: Pack): Promise<Uint8Array> {
  const parts = [];
  for (const { file, sheets } of lines) {
    parts.push({ name: returnName(file), chunks: [new Uint8Array(await returnWorkbook(sheets, pack))] });
  }
  return writeZip(parts);
}
