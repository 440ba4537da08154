import { useEditable } from '../guard/use-editable.ts';
import { Picker } from './Picker.tsx';
import type { Spelling } from './spelling.ts';

export const CELL_PICKER = 'MingceCellPicker';

/** What the picker is shown for. */
export interface CellPickerProps {
  readonly popup: {
    readonly extraProps?: {
      readonly unitId: string;
      readonly spelling: Spelling;
      readonly text: string;
      readonly asOf: string;
      readonly onTake: (text: string) => void;
      readonly onLeave: () => void;
    };
  };
}

/** The picker beside a cell. */
export function CellPicker({ popup: { extraProps } }: CellPickerProps) {
  const editable = useEditable(extraProps?.unitId ?? '');
  return extraProps ? <Picker {...extraProps} readOnly={!editable} /> : null;
}
