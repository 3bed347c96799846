/** `error` and `warning` are of rows and columns that want mending; a `note` says how a file was read. */
export type Severity = 'error' | 'warning' | 'note';

/** Rule codes of problems in rows. `error` keeps the row aside, `warning` lets it count, flagged. */
export const PROBLEM_SEVERITY = {
  required_missing: 'error',
  not_a_date: 'error',
  date_beyond_calendar: 'error',
  not_a_number: 'error',
  not_in_list: 'error',
  unknown_county: 'error',
  ambiguous_county: 'error',
  unknown_department: 'error',
  ambiguous_department: 'error',
  date_order: 'error',
  after_period: 'error',
  county_outside_unit: 'error',
  duplicate_id: 'error',
  unreadable_cell: 'error',
  surplus_cells: 'error',
  stray_quote: 'error',
  swallowed_rows: 'error',
  row_in_one_cell: 'error',
  cell_error: 'error',
  uncalculated: 'error',
  rounded_id: 'error',
  not_a_number_optional: 'warning',
  not_in_list_optional: 'warning',
  alike_id: 'warning',
  after_submission: 'warning',
  merged_county: 'warning',
  county_name_shared: 'warning',
  unreadable_cell_optional: 'warning',
  cell_error_optional: 'warning',
  uncalculated_optional: 'warning',
} as const satisfies Record<string, Severity>;

/** Code of something odd in a row that can be true: the ledgers of the catalogue say which there are. */
type OddityCode = string & {};

type KnownRowCode = keyof typeof PROBLEM_SEVERITY;
export type RowProblemCode = KnownRowCode | OddityCode;

/** Codes of problems with a whole file: it is refused, nothing of it is taken in. */
export const FILE_PROBLEM_CODES = [
  'empty_file',
  'unknown_form',
  'encrypted',
  'broken_workbook',
  'too_large',
  'unknown_encoding',
  'broken_csv',
  'truncated_csv',
  'broken_parquet',
  'column_type',
  'no_header',
  'missing_columns',
  'name_silent',
  'name_ambiguous',
  'unknown_unit',
  'ledger_differs',
  'answer_needed',
  'alike_columns',
  'unclear_units',
  'several_tables',
  'workspace_zip',
  'unreadable',
] as const;

/** What is said of a file that was taken in, as a whole, of a sheet or of a column. */
export const FILE_NOTE_SEVERITY = {
  ignored_column: 'warning',
  later_version: 'warning',
  unheaded_column: 'warning',
  total_differs: 'warning',
  before_period: 'warning',
  passed_sheet: 'warning',
  hidden_sheet: 'warning',
  hidden_cells: 'warning',
  passed_over: 'note',
  repaired: 'note',
  scaled_amounts: 'note',
  short_rows: 'note',
  lacking_columns: 'note',
} as const satisfies Record<string, Severity>;

export type FileProblemCode = (typeof FILE_PROBLEM_CODES)[number];
export type FileNoteCode = keyof typeof FILE_NOTE_SEVERITY;
/** Codes that no ledger brings. */
export type KnownCode = KnownRowCode | FileProblemCode | FileNoteCode;
export type ProblemCode = KnownCode | OddityCode;

// Asked for every problem of every row.
const SEVERITIES: ReadonlyMap<ProblemCode, Severity> = new Map<ProblemCode, Severity>([
  ...Object.entries({ ...PROBLEM_SEVERITY, ...FILE_NOTE_SEVERITY }),
  // Such a file is refused.
  ...FILE_PROBLEM_CODES.map((code) => [code, 'error'] as const),
]);

/** What is odd lets the row count, flagged. */
export const severityOf = (code: ProblemCode): Severity => SEVERITIES.get(code) ?? 'warning';

/** A ledger must not call an oddity as something else is called. */
export const isKnownCode = (code: ProblemCode): code is KnownCode => SEVERITIES.has(code);
