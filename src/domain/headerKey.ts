import { fold } from './text';

/** A header as it is compared: NFKC folded, without spaces, units in brackets and `*`. */
export const headerKey = (header: string): string =>
  fold(header)
    .replace(/\([^)]*\)|\[[^\]]*\]|〔[^〕]*〕|【[^】]*】/g, '')
    .replace(/[\s*﹡＊]/g, '')
    .toLowerCase();
