import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Day } from '../../domain/day';
import { type DefaultCutOff, defaultCutOff } from '../../domain/defaultCutOff';
import type { Office } from '../../domain/office';
import { type Period, periodName, periodYear, type Quarter, quartersOf } from '../../domain/period';
import type { Submission } from '../../domain/submission';
import { today } from '../../domain/today';
import { type ViewSearch, viewSearch } from '../address';
import { useWorkspace, useWorkspaceState } from './WorkspaceContext';

/** What is looked at: the assessed period and the cut-off, of the address or their defaults. */
export interface View {
  period: Period;
  /** 界面 name of the period. */
  name: string;
  year: number;
  quarters: Quarter[];
  asOf: Day;
  /** The cut-off where none is chosen. */
  standard: DefaultCutOff;
}

/** The view of the address: period and cut-off as they stand there, without defaults. */
export const useViewSearch = (): ViewSearch => viewSearch.parse(useSearch({ strict: false }));

export function useView(): View {
  const { period: given, asOf } = useViewSearch();
  const { office } = useWorkspace();
  const { submissions } = useWorkspaceState();
  const period = given ?? `${office.profile.year}`;
  return useMemo(() => viewOf(office, period, submissions, asOf), [office, period, submissions, asOf]);
}

export function viewOf(
  office: Pick<Office, 'profile' | 'catalogue'>,
  period: Period,
  submissions: readonly Submission[],
  asOf?: Day,
): View {
  const standard = defaultCutOff(office, period, submissions, today());
  return {
    period,
    name: periodName(period),
    year: periodYear(period),
    quarters: quartersOf(period),
    asOf: asOf ?? standard.day,
    standard,
  };
}

/** Changes period or cut-off and stays on the screen. A new period takes its own cut-off unless one is named. */
export function useSetView(): (change: ViewSearch) => void {
  const navigate = useNavigate();
  return useCallback(
    (change) =>
      void navigate({
        to: '.',
        search: (held: Record<string, unknown>) => ({
          ...held,
          ...('period' in change ? { asOf: undefined } : {}),
          ...change,
        }),
      } as never),
    [navigate],
  );
}
