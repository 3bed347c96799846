/** The hooks through which screens read the workspace. Each hands out `Loaded`: loading, error with reason, or data. */
export { useAssessment, useTable } from './assessment';
export { useEvidence, useFirstPage, useFirstPages, useRowsAt } from './evidence';
export { useExportName } from './exportName';
export { figureOf } from './figures';
export type { Loaded } from './loaded';
export { useOffice, useScheme, useWords } from './office';
export { useAsideRow, useProblemGroups, useProblems } from './problems';
export { useRegister } from './register';
export { useSharedCases } from './sharedCases';
export { useRowsRead, useStarting, useStillReading } from './starting';
export { useSetView, useView } from './view';
export { useWorkspace, useWorkspaceState, WorkspaceProvider } from './WorkspaceContext';
