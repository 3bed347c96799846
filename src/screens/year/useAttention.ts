import { useMemo } from 'react';
import type { Tabulation } from '../../domain/cells';
import { type Loaded, useOffice, useRegister, useView } from '../../ui/data';
import { type AttentionRow, attentionRows } from './attention';

/** What needs attention at the view's cut-off, the province first. */
export function useAttention(table: Tabulation): Loaded<AttentionRow[]> {
  const office = useOffice();
  const register = useRegister(true);
  const { quarters } = useView();
  return useMemo(
    () =>
      register.state === 'ready'
        ? { state: 'ready', data: attentionRows(office, table, register.data, quarters) }
        : register,
    [office, table, register, quarters],
  );
}
