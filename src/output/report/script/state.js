
// What has been decided, and where it is kept. A decision is {verdict, fix, text}: `fix` is the number of
// the fix that was accepted, `text` what was typed.

const articles = data.articles.map((article) => ({ ...article, decisions: new Map(), past: [] }));
const view = { article: 0, current: 0, chosen: 0, typing: false, rows: 100, state: "", severity: "", rule: "" };

const here = () => articles[view.article];
const decisionOf = (article, number) => article.decisions.get(article.findings[number].fingerprint);
const stateOf = (article, number) => (decisionOf(article, number) || { verdict: "pending" }).verdict;

/** The edits that a decision about `finding` makes, in the prose of its segment. */
function editsOf(finding, decision) {
  if (!decision || decision.verdict === "reject") return [];
  if (decision.verdict === "edit") return [{ at: finding.at, bytes: finding.bytes, text: decision.text }];
  const fix = finding.fixes[decision.fix];
  return fix ? fix.edits : [];
}

const sameEdit = (a, b) => a.at[0] === b.at[0] && a.at[1] === b.at[1] && a.text === b.text;

/** Whether two edits cannot both be made; the same edit twice can. */
function inConflict(a, b) {
  if (sameEdit(a, b)) return false;
  const [as, ae] = a.at, [bs, be] = b.at;
  if (as === ae && bs === be) return as === bs;
  if (as === ae) return bs < as && as < be;
  if (bs === be) return as < bs && bs < ae;
  return as < be && bs < ae;
}

/** The numbers of the findings of a segment; they stand in the order of the text. */
const bySegment = new Map();
function inSegment(article, segment) {
  if (!bySegment.has(article)) {
    const found = new Map();
    article.findings.forEach((it, number) => {
      if (!found.has(it.segment)) found.set(it.segment, []);
      found.get(it.segment).push(number);
    });
    bySegment.set(article, found);
  }
  return bySegment.get(article).get(segment) || [];
}

/** The finding whose decision already changes what `decision` about finding `number` would change. */
function obstacle(article, number, decision) {
  const finding = article.findings[number];
  const wanted = editsOf(finding, decision);
  return inSegment(article, finding.segment).find((other) => other !== number &&
    editsOf(article.findings[other], decisionOf(article, other)).some((made) => wanted.some((it) => inConflict(it, made))));
}

/** What the reader left for this very file comes back. Without storage the page works on. */
const keyOf = (article) => "fasih:review:1:" + article.sha256;
function remember(article) {
  try { localStorage.setItem(keyOf(article), JSON.stringify([...article.decisions])); } catch { /* no storage */ }
}
function recall(article) {
  try {
    for (const [fingerprint, it] of JSON.parse(localStorage.getItem(keyOf(article)) || "[]")) {
      const finding = article.findings.find((known) => known.fingerprint === fingerprint);
      if (finding && isDecision(finding, it)) article.decisions.set(fingerprint, it);
    }
  } catch { /* no storage, or not ours */ }
}
function isDecision(finding, it) {
  if (!it) return false;
  if (it.verdict === "reject") return true;
  if (it.verdict === "edit") return typeof it.text === "string";
  return it.verdict === "accept" && Boolean(finding.fixes[it.fix]) && finding.fixes[it.fix].edits.length > 0;
}
function preference(name, value) {
  try {
    if (value === undefined) return localStorage.getItem("fasih:" + name);
    localStorage.setItem("fasih:" + name, value);
  } catch { /* no storage */ }
  return null;
}
