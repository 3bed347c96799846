import type { ReactNode } from 'react';
import type { Loaded } from './data/loaded';
import { ErrorState } from './ErrorState';
import { LoadingState } from './LoadingState';

export interface LoadedViewProps<T> {
  of: Loaded<T>;
  /** What is being waited for: 正在计算指标. */
  waitingFor?: string;
  children: (data: T) => ReactNode;
}

/** Shows loading, the error with its reason, or what `children` makes of the data. */
export function LoadedView<T>({ of, waitingFor, children }: LoadedViewProps<T>) {
  if (of.state === 'loading') return <LoadingState what={waitingFor} />;
  if (of.state === 'error') return <ErrorState error={of.error} retry={of.retry} />;
  return <>{children(of.data)}</>;
}
