import { useEditable } from '../guard/use-editable.ts';
import { Picker, type PickerProps } from './Picker.tsx';

export const CELL_PICKER = 'MingceCellPicker';

/** What the picker is shown for. */
export interface CellPickerProps {
  readonly popup: {
    readonly extraProps?: Omit<PickerProps, 'readOnly'> & { readonly unitId: string };
  };
}

/** The picker beside a cell. */
export function CellPicker({ popup: { extraProps } }: CellPickerProps) {
  const editable = useEditable(extraProps?.unitId ?? '');
  return extraProps ? <Picker {...extraProps} readOnly={!editable} /> : null;
}
