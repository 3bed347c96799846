import { exportName } from '../../domain/display';
import { useView } from './view';
import { useWorkspaceState } from './WorkspaceContext';

/** Names a file by what it holds, with period and cut-off of the view, and the mark of the sample: see `exportName`. */
export function useExportName(): (...parts: readonly string[]) => string {
  const { kind } = useWorkspaceState();
  const { name, asOf } = useView();
  return (...parts) => exportName(kind === 'sample', name, ...parts, `截止${asOf}`);
}
