import { ICommandService } from '@univerjs/core';
import { ILayoutService, useDependency } from '@univerjs/ui';
import { useRef } from 'react';
import { zhCN } from '../locale/zh-CN.ts';
import { SearchPersonCommandId } from '../panels/panel-ids.tsx';
import { NextPersonCommandId, PreviousPersonCommandId, ToggleFormCommandId } from './form-ids.ts';
import { useFrontForm } from './use-front-form.ts';
import { useMoved } from './use-moved.ts';
import './form-bar.css';

const text = zhCN.form;

/** The bar above the record form: whose it is, the way to the others, and the year. */
export function FormBar() {
  const commands = useDependency(ICommandService);
  const form = useFrontForm();
  const layout = useDependency(ILayoutService);
  const moved = useMoved(form);
  // Chosen by mouse, a year leaves the keys with the sheet; by keyboard one may go on to the next year.
  const byMouse = useRef(false);
  if (!form) return null;
  const run = (id: string): void => void commands.executeCommand(id);
  const { person, store } = form;
  if (person === null) {
    return (
      <nav className="mingce-form-bar" aria-label={text.bar} data-beside-sheet>
        <span>{text.empty}</span>
      </nav>
    );
  }
  const { people } = form.model;
  const { entity } = people.binding;
  const ids = people.ids();
  const at = ids.indexOf(person);
  const of = (field: string): string => store.text(entity, person, field);
  const years = people.years(person);
  return (
    <nav className="mingce-form-bar" aria-label={text.bar} data-beside-sheet>
      <button
        type="button"
        title={text.previousTip}
        disabled={ids[at - 1] === undefined}
        onClick={() => run(PreviousPersonCommandId)}
      >
        {text.previous}
      </button>
      <button
        type="button"
        title={text.nextTip}
        disabled={ids[at + 1] === undefined}
        onClick={() => run(NextPersonCommandId)}
      >
        {text.next}
      </button>
      <b>{of('name') || zhCN.panel.nameless}</b>
      <span>{[of('township'), of('village')].filter((part) => part !== '').join(' ')}</span>
      <span className="mingce-form-count">{text.place(at + 1, ids.length)}</span>
      {years.length > 1 ? (
        <select
          aria-label={text.year}
          value={form.year}
          onPointerDown={() => {
            byMouse.current = true;
          }}
          onKeyDown={() => {
            byMouse.current = false;
          }}
          onChange={(event) => {
            form.show(person, Number(event.target.value));
            if (byMouse.current) layout.focus();
          }}
        >
          {[...new Set([form.year, ...years])]
            .sort((a, b) => b - a)
            .map((year) => (
              <option key={year} value={year}>
                {text.yearOf(year)}
              </option>
            ))}
        </select>
      ) : (
        <span>{text.yearOf(form.year)}</span>
      )}
      <output className="mingce-form-gap">
        {moved !== null && (
          <>
            <span title={text.movedTo(moved)}>{text.movedTo(moved)}</span>
            <button type="button" onClick={() => form.show(person, moved)}>
              {text.goThere}
            </button>
          </>
        )}
      </output>
      <button type="button" title={text.searchTip} onClick={() => run(SearchPersonCommandId)}>
        {text.search}
      </button>
      <button type="button" title={text.backTip} onClick={() => run(ToggleFormCommandId)}>
        {text.back}
      </button>
    </nav>
  );
}
