import { KINDS, type Kind } from './data/cases';
import type { Form } from './data/files';
import { type Found, TABLE_FORMS } from './found';

/** Times of peer (a) that taking in may make somebody wait, in the page as on the command line. */
export const TAKE_IN: Readonly<Record<Kind, number>> = { clean: 2, odd1: 3, odd60: 6 };
/** Times of the CPU of peer (a) that the whole job of the command line may take; no limit where none stands. */
export const JOB: Readonly<Partial<Record<Kind, number>>> = { clean: 3.5, odd1: 4.5 };
/** MB above an empty page. */
export const PAGE_MEMORY = 600;
/** Share of making all facts anew that a change of the cut-off may take. */
export const CUT_OFF = 0.35;
/** Seconds from opening the page again to an answer. */
export const VISIT = 1.5;
/** Milliseconds of a change of view, 95th percentile. */
export const VIEW = 16;

export const KIND_NAMES: Readonly<Record<Kind, string>> = { clean: 'clean', odd1: '1 % odd', odd60: '60 % odd' };
export const FORM_NAMES: Readonly<Record<Form, string>> = {
  utf8: 'CSV UTF-8',
  gb18030: 'CSV GB18030',
  parquet: 'Parquet',
  xlsx: 'xlsx',
};

/** A limit and what was measured against it; no value where it was not measured. */
export interface Held {
  what: string;
  value: number | undefined;
  limit: number;
  unit: string;
}

export const isKept = ({ value, limit }: Held): boolean => value !== undefined && value <= limit;

/** Every limit, in order. */
export function limitsOf(found: Found): Held[] {
  const files = KINDS.flatMap((kind) => TABLE_FORMS.map((form) => ({ kind, form, name: fileName(kind, form) })));
  const held = (what: string, value: number | undefined, limit: number, unit: string) => ({ what, value, limit, unit });
  return [
    ...files.map(({ kind, form, name }) =>
      held(`command line, taking in, ${name}`, found.takeInRatio('commandLine', kind, form), TAKE_IN[kind], ' × (a)'),
    ),
    ...files.map(({ kind, form, name }) =>
      held(`page, taking in, ${name}`, found.takeInRatio('page', kind, form), TAKE_IN[kind], ' × (a)'),
    ),
    held(
      'page never seen by the browser, taking in, clean, CSV UTF-8',
      found.takeInRatio('pageUnseen', 'clean', 'utf8'),
      TAKE_IN.clean,
      ' × (a)',
    ),
    ...files.flatMap(({ kind, form, name }) =>
      JOB[kind]
        ? [held(`command line, whole job, ${name}`, found.jobRatio(kind, form), JOB[kind], ' × CPU of (a)')]
        : [],
    ),
    ...files.map(({ kind, form, name }) =>
      held(`page, memory above an empty page, ${name}`, found.pageMemory(kind, form), PAGE_MEMORY, ' MB'),
    ),
    held('page of the office, memory above an empty page, 1 % odd, CSV UTF-8', found.officeMemory, PAGE_MEMORY, ' MB'),
    held('command line, change of the cut-off ÷ all facts anew', found.cutOffRatio('nativeChanges'), CUT_OFF, ' ×'),
    held('page, change of the cut-off ÷ all facts anew', found.cutOffRatio('pageChanges'), CUT_OFF, ' ×'),
    held('page, change of view', found.change('pageChanges', 'view')?.waiting, VIEW, ' ms'),
    held('next visit, figures', found.visit('visitCells'), VISIT, ' s'),
    held('next visit, cases behind a figure', found.visit('visitEvidence'), VISIT, ' s'),
    held('next visit, cases not looked at before', found.visit('visitOtherEvidence'), VISIT, ' s'),
    held('next visit, problems', found.visit('visitProblems'), VISIT, ' s'),
  ];
}

export const fileName = (kind: Kind, form: Form): string => `${KIND_NAMES[kind]}, ${FORM_NAMES[form]}`;
