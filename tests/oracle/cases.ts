import type { TextRow } from './read-row';

/** A complaint and a penalty without a fault, as the tests of the oracle alter them. */
export const COMPLAINT: TextRow = {
  complaint_id: 'C1',
  kind: '投诉',
  county: '共和县',
  department: '共和县工商局',
  received_on: '2017-03-01',
  accepted_on: '2017-03-03',
  acceptance: '受理',
  closed_on: '2017-04-05',
  feedback_on: '2017-04-07',
  satisfaction: '满意',
};
export const PENALTY: TextRow = {
  case_id: 'P1',
  department: '工商',
  county: '632521',
  procedure: '一般程序',
  decided_on: '2017-03-01',
  disclosed_on: '2017-03-10',
  disclosure_check: '一致',
  crime_suspected: '是',
};
