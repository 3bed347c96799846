import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { defaultCutOff } from '../../domain/cutOff';
import type { Day } from '../../domain/day';
import { type Period, periodName, periodYear, type Quarter, quartersOf } from '../../domain/period';
import type { Profile } from '../../domain/profile';
import { type ViewSearch, viewSearch } from '../address';
import { useWorkspace } from './WorkspaceContext';

/** What is looked at: the assessed period and the cut-off, of the address or their defaults. */
export interface View {
  period: Period;
  /** 界面 name of the period. */
  name: string;
  year: number;
  quarters: Quarter[];
  asOf: Day;
  /** Whether the cut-off is the period's own (by the profile's rule). */
  asOfIsDefault: boolean;
}

/** The view of the address: period and cut-off as they stand there, without defaults. */
export const useViewSearch = (): ViewSearch => viewSearch.parse(useSearch({ strict: false }));

export function useView(): View {
  const { period: given, asOf } = useViewSearch();
  const { profile } = useWorkspace().office;
  const period = given ?? `${profile.year}`;
  return useMemo(() => viewOf(profile, period, asOf), [profile, period, asOf]);
}

export const viewOf = (profile: Pick<Profile, 'cutOff'>, period: Period, asOf?: Day): View => ({
  period,
  name: periodName(period),
  year: periodYear(period),
  quarters: quartersOf(period),
  asOf: asOf ?? defaultCutOff(profile, period),
  asOfIsDefault: asOf === undefined || asOf === defaultCutOff(profile, period),
});

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
