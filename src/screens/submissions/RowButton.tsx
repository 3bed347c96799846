import type { ReactNode } from 'react';
import type { Severity } from '../../domain/problemCodes';
import type { OpenRow } from './problemQuestion';

export interface RowButtonProps {
  of: { file: string; submission: number; sheet: string | null; sheetNumber: number | null; severity: Severity };
  row: number;
  label: ReactNode;
  onOpen: OpenRow;
}

/** A row's number; where the row was put aside it opens what stands in it. */
export function RowButton({ of, row, label, onOpen }: RowButtonProps) {
  const { file, submission, sheet, sheetNumber, severity } = of;
  // An error in a row puts it aside.
  if (severity !== 'error' || sheetNumber === null) return label;
  return (
    <button
      type="button"
      className="kp-link-button"
      aria-label={`第 ${row} 行，查看这一行的内容`}
      onClick={() => onOpen({ at: { submission, sheet: sheetNumber, row }, file, sheet, persons: false })}
    >
      {label}
    </button>
  );
}
