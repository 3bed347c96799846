import { safeFileName } from '../domain/safeFileName';

/** Saves a blob under a name through the browser's download. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = safeFileName(name);
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // Revoked later: a browser that asks where to save still reads from it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
