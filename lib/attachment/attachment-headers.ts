type Served = {
  key: string;
  name: string;
  mediaType: string;
  sha256: string;
  /** Anybody may see it. */
  isPublic: boolean;
  /** Our own encoding of a photo: the only kind that a browser may show by itself. */
  isInline: boolean;
  isSmall: boolean;
};

/**
 * How a photo or file is sent, besides the policy that the proxy gives. What is public may be kept, but is asked for again each time: a report that was withdrawn
 * takes its photos with it at the next request.
 */
export function attachmentHeaders({ key, name, mediaType, sha256, isPublic, isInline, isSmall }: Served) {
  const disposition = isInline ? "inline" : "attachment";
  // What its author called a file was never reviewed.
  const fileName = isPublic ? `${key}.jpg` : name;
  return {
    "content-type": mediaType,
    "content-disposition": `${disposition}; filename*=UTF-8''${encodeValue(fileName)}`,
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": isPublic ? "cross-origin" : "same-origin",
    "cache-control": isPublic ? "public, no-cache" : "private, no-store",
    etag: `"${sha256.slice(0, 32)}${isSmall ? "-thumb" : ""}"`,
  };
}

/** RFC 8187 knows fewer characters than encodeURIComponent leaves. */
function encodeValue(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
