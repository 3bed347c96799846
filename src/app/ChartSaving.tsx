import { type ReactNode, useMemo } from 'react';
import { SaveChartContext } from '../charts';
import { useWorkspaceState } from '../ui/data';
import { saveChartOf } from './saveChart';

/** Lets charts be saved as pictures, which say so where the data is the sample. */
export function ChartSaving({ children }: { children: ReactNode }) {
  const { kind } = useWorkspaceState();
  const save = useMemo(() => saveChartOf(kind === 'sample'), [kind]);
  return <SaveChartContext value={save}>{children}</SaveChartContext>;
}
