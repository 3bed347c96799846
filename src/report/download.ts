/** A file name that every system takes: what Windows forbids becomes `_`; Chinese stays as it is. */
export function safeFileName(name: string): string {
  const safe = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, '_')
    .replace(/[. ]+$/, '')
    .trim();
  return safe || '导出';
}

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
