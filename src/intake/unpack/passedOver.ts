/** Why a file among others is none that anybody sent. */
export type WhyPassedOver =
  /** Left behind by a program that has, or had, a document open. */
  | 'lock'
  /** Of the system's own, beside the files of a folder. */
  | 'system'
  | 'folder'
  /** A link to another file. */
  | 'link';

/** Of Word and Excel, of LibreOffice, of WPS. */
const LOCKS = [/^~\$/, /^\.~lock\..*#$/, /^\.~/];
const SYSTEM = /^(?:thumbs\.db|desktop\.ini|ehthumbs\.db|\.ds_store|\.localized|\._.*)$/i;

/** Why a file of a dropped folder or of a pack is not looked at, by its path alone; null for one that is. */
export function passedOverName(path: string): WhyPassedOver | null {
  const parts = path.split(/[\\/]/).filter(Boolean);
  const name = parts.at(-1) ?? '';
  if (parts.includes('__MACOSX') || SYSTEM.test(name)) return 'system';
  return LOCKS.some((lock) => lock.test(name)) ? 'lock' : null;
}
