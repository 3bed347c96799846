/** The list of receipt days, for the screen on which files are dropped. */
export { isReceivedFile, type ReceivedDays, readReceivedDays } from '../intake/received';
