
// What leaves the page and what comes back: the mended text, the decisions, the suppressions.

function save(name, content, type) {
  const link = make("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  announce("said.saved", { name });
}

const baseName = (path) => path.split(/[\\/]/).pop() || "article.txt";

async function copy() {
  const text = mendedText(here());
  try {
    await navigator.clipboard.writeText(text);
    announce("said.copied");
  } catch {
    // No clipboard for this page: the text is shown, selected, to be copied by hand.
    showText(say("copy"), text, baseName(here().path));
  }
}

function download() {
  const bytes = mendedFile(here());
  if (bytes) save(baseName(here().path), bytes, "application/octet-stream");
  else announce("said.cannot_write");
}

/** The decisions of every article, in the format of docs/review.md. */
function review() {
  return {
    fasih: data.fasih,
    schema: data.schema,
    articles: articles.map((article) => ({
      path: article.path,
      sha256: article.sha256,
      decisions: article.findings.flatMap((finding, number) => {
        const decision = decisionOf(article, number);
        if (!decision) return [];
        const edits = editsOf(finding, decision);
        return [{
          fingerprint: finding.fingerprint,
          rule: finding.rule,
          entry: finding.entry,
          start: finding.bytes[0],
          end: finding.bytes[1],
          found: finding.found,
          context: proseOf(article, finding.segment),
          decision: decision.verdict,
          replacement: decision.verdict === "reject" ? null : standing(article, finding, edits),
          fix: decision.verdict === "accept" ? decision.fix : null,
          edits: edits.map((edit) => ({ start: edit.bytes[0], end: edit.bytes[1], replacement: edit.text })),
        }];
      }),
    })),
  };
}

/** What stands in the place of the words that were flagged once `edits` are made. */
function standing(article, finding, edits) {
  const [start, end] = finding.at;
  const within = edits.filter((it) => start <= it.at[0] && it.at[1] <= end).sort((a, b) => a.at[0] - b.at[0]);
  return spliced(proseOf(article, finding.segment), within, start, end);
}

function exportReview() {
  save("review.json", JSON.stringify(review(), null, 2) + "\n", "application/json");
}

/** Takes in decisions about the files of this report; those about others are counted, not guessed at. */
function importReview(text) {
  let read;
  try { read = JSON.parse(text); } catch { read = null; }
  if (!read || read.schema !== data.schema || !Array.isArray(read.articles)) { announce("said.not_review"); return; }
  let known = 0, unknown = 0;
  for (const reviewed of read.articles) {
    const decisions = Array.isArray(reviewed.decisions) ? reviewed.decisions : [];
    const article = articles.find((it) => it.sha256 === reviewed.sha256);
    if (!article) { unknown += decisions.length; continue; }
    const numbers = new Map(article.findings.map((it, number) => [it.fingerprint, number]));
    const changes = [];
    for (const it of decisions) {
      const number = numbers.get(it.fingerprint);
      const decision = number === undefined ? null : imported(article.findings[number], it);
      if (decision && obstacle(article, number, decision) === undefined) changes.push([number, decision]);
      else unknown += 1;
    }
    if (changes.length > 0) decide(article, changes);
    known += changes.length;
  }
  announce(unknown > 0 ? "said.imported_some" : "said.imported", { n: known, left: unknown });
  draw();
}

function imported(finding, it) {
  let decision = null;
  if (it.decision === "reject") decision = { verdict: "reject" };
  else if (it.decision === "edit") decision = { verdict: "edit", text: it.replacement };
  else if (it.decision === "accept") decision = { verdict: "accept", fix: Number.isInteger(it.fix) ? it.fix : 0 };
  return isDecision(finding, decision) ? decision : null;
}

/** The lines that silence what was rejected, each to stand before its paragraph. */
function suppressions() {
  const lines = [];
  for (const article of articles) {
    const rejected = article.findings.filter((_, number) => stateOf(article, number) === "reject");
    if (rejected.length === 0) continue;
    lines.push("# " + baseName(article.path));
    const byLine = new Map();
    for (const it of rejected) {
      if (!byLine.has(it.line)) byLine.set(it.line, new Set());
      byLine.get(it.line).add(it.entry || it.rule);
    }
    for (const [line, names] of byLine) lines.push("# " + line + ":", "# fasih: ignore[" + [...names].join(", ") + "]");
  }
  return lines.join("\n");
}

function suppress() {
  const text = suppressions();
  if (text) showText(say("suppress"), text + "\n", "suppressions.txt");
  else announce("suppress.none");
}

/** Shows `text` in a window of its own, selected, with a button that saves it. */
function showText(title, text, name) {
  byId("shown-text-title").textContent = title;
  const area = byId("shown-text-area");
  area.value = text;
  byId("shown-text-save").onclick = () => save(name, text, "text/plain;charset=utf-8");
  byId("shown-text").showModal();
  area.select();
}

function reset() {
  const article = here();
  const changes = article.findings.map((_, number) => [number, undefined]).filter(([number]) => decisionOf(article, number));
  if (changes.length > 0) decide(article, changes);
  announce("said.reset");
  go(0);
}
