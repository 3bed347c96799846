import { type OfficeIn, officeIn } from '../../domain/officeIn';
import type { Scheme } from '../../domain/scheme';
import type { Words } from '../../domain/units';
import { useView } from './view';
import { useWorkspace } from './WorkspaceContext';

/** The office's profile with its look-ups, as it stood in the view's period: lists, names and scheme are those of then. */
export function useOffice(): OfficeIn {
  const { office } = useWorkspace();
  return officeIn(office, useView().period);
}

/** What the office calls its levels and units. */
export const useWords = (): Words => useOffice().words;

/** The scheme (考核方案) in use. */
export const useScheme = (): Scheme => useOffice().scheme;
