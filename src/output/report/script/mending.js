
// The text with the decisions made: to copy, and as the bytes of the file.

const proseOf = (article, segment) => {
  const it = article.segments[segment];
  return it.prose === undefined ? article.text.slice(it.at[0], it.at[1]) : it.prose;
};

/** Every edit decided on in a segment, once, in order. */
function madeIn(article, segment) {
  const made = [];
  for (const number of inSegment(article, segment)) {
    for (const edit of editsOf(article.findings[number], decisionOf(article, number))) {
      if (!made.some((it) => sameEdit(it, edit))) made.push({ ...edit, finding: number });
    }
  }
  return made.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
}

/** `text` from `start` to `end` with `edits` made, which lie within. */
function spliced(text, edits, start = 0, end = text.length) {
  let out = "", at = start;
  for (const edit of edits) {
    out += text.slice(at, edit.at[0]) + edit.text;
    at = edit.at[1];
  }
  return out + text.slice(at, end);
}

/** The mended text: the file where its prose is the file, otherwise a paragraph a line. */
function mendedText(article) {
  const whole = article.segments.every((it) => it.prose === undefined);
  if (!whole) return article.segments.map((_, number) => spliced(proseOf(article, number), madeIn(article, number))).join("\n");
  const edits = article.segments.flatMap((segment, number) => madeIn(article, number)
    .map((it) => ({ ...it, at: [it.at[0] + segment.at[0], it.at[1] + segment.at[0]] })));
  return spliced(article.text, edits);
}

/** The mended file in its own encoding; null where this page cannot write it without loss. */
function mendedFile(article) {
  if (article.broken || article.segments.some((it) => it.prose !== undefined)) return null;
  const text = (article.mark ? "\uFEFF" : "") + mendedText(article);
  if (article.encoding === "UTF-8") return new TextEncoder().encode(text);
  if (article.encoding.startsWith("UTF-16")) {
    const bytes = new DataView(new ArrayBuffer(2 * text.length));
    for (let at = 0; at < text.length; at += 1) bytes.setUint16(2 * at, text.charCodeAt(at), article.encoding === "UTF-16LE");
    return new Uint8Array(bytes.buffer);
  }
  return encoded(text, article.encoding);
}

/** In a code page of one byte a character. */
function encoded(text, encoding) {
  let table;
  try { table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)); } catch { return null; }
  const byteOf = new Map([...table].map((character, byte) => [character, byte]));
  const bytes = [];
  for (const character of text) {
    if (!byteOf.has(character)) return null;
    bytes.push(byteOf.get(character));
  }
  return Uint8Array.from(bytes);
}
