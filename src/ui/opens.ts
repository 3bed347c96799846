import { type Indicator, isOfReporting } from '../domain/indicators';

/** What the link of a figure opens: the register, or cases. */
export const opensWords = (of: Indicator): string => `查看${isOfReporting(of) ? '登记' : '案件'}`;
