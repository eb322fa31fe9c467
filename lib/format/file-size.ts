const kilobyte = 1024;

/** "1.2 MB", "340 KB"; at least 1 KB. */
export function formatFileSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / kilobyte));
  if (kilobytes < kilobyte) return `${kilobytes} KB`;
  return `${(bytes / kilobyte / kilobyte).toFixed(1)} MB`;
}
