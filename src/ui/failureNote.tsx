import type { ReactNode } from 'react';
import { detailsOf, messageOf } from '../domain/failure';
import { CopyDetails } from './CopyDetails';

/** Seconds that a failure stays: enough to read a sentence, and longer where there is something to copy. */
const SHORT = 8;
const LONG = 30;

/**
 * What a message says of something that did not work: for antd's `message.error`.
 * @param what what did not: 导出未成功
 */
export const failureNote = (what: string, error: unknown): { content: ReactNode; duration: number } => ({
  content: (
    <>
      {what}：{messageOf(error)} <CopyDetails error={error} />
    </>
  ),
  duration: detailsOf(error) === null ? SHORT : LONG,
});
