
// A paragraph of the article with its marks, drawn anew when a decision changes it.

const paragraphOf = (number, segment) => byId("p-" + number + "-" + segment);
const markOf = (article, number) => paragraphOf(articles.indexOf(article), article.findings[number].segment)
  .querySelector('[data-f="' + number + '"]');

/** The stretches of a segment that are drawn as one: a finding with the edits that touch it, or an edit alone. */
function stretches(article, segment) {
  const marks = inSegment(article, segment).map((number) => ({ at: article.findings[number].at, finding: number, edits: [] }));
  const edits = madeIn(article, segment).map((edit) => ({ at: edit.at, finding: null, owner: edit.finding, edits: [edit] }));
  const all = [...marks, ...edits].sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  const joined = [];
  for (const it of all) {
    const last = joined[joined.length - 1];
    const touches = last && (it.at[0] < last.at[1] || (it.at[0] === last.at[1] && (it.at[0] === it.at[1] || last.at[0] === last.at[1])));
    if (!touches) {
      joined.push({ ...it, findings: it.finding === null ? [] : [it.finding] });
      continue;
    }
    last.at = [Math.min(last.at[0], it.at[0]), Math.max(last.at[1], it.at[1])];
    last.edits.push(...it.edits);
    if (it.finding !== null) last.findings.push(it.finding);
    if (last.owner === undefined) last.owner = it.owner;
  }
  return joined;
}

function drawParagraph(article, segment) {
  const paragraph = paragraphOf(articles.indexOf(article), segment);
  const prose = proseOf(article, segment);
  const nodes = [];
  let at = 0;
  for (const it of stretches(article, segment)) {
    nodes.push(...visible(prose.slice(at, it.at[0])));
    const edits = it.edits.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
    const text = spliced(prose, edits, it.at[0], it.at[1]);
    at = it.at[1];
    if (it.findings.length === 0) {
      nodes.push(make("span", { class: "also" + (text ? "" : " empty"), "data-owner": it.owner }, ...visible(text)));
      continue;
    }
    // Findings that one edit joins are drawn as the one whose decision it is.
    const number = it.findings.includes(it.owner) ? it.owner : it.findings[0];
    const mark = make("span", { class: "mark", "data-f": number }, ...visible(text));
    mark.classList.toggle("empty", text.trim() === "" && text.length === 0);
    nodes.push(mark);
  }
  nodes.push(...visible(prose.slice(at)));
  paragraph.replaceChildren(...nodes);
  paragraph.querySelectorAll(".mark").forEach((mark) => dress(article, mark));
}

/** Gives a mark its role, its severity and its state. */
function dress(article, mark) {
  const number = Number(mark.dataset.f);
  const finding = article.findings[number];
  const state = stateOf(article, number);
  mark.classList.add(finding.severity);
  for (const it of ["accept", "reject", "edit"]) mark.classList.toggle(it, it === state);
  const current = article === here() && number === view.current;
  mark.classList.toggle("current", current);
  mark.classList.toggle("filtered", !isShown(article, number));
  mark.dataset.n = number + 1;
  mark.setAttribute("role", "button");
  mark.tabIndex = current ? 0 : -1;
  // A space, or nothing, has no name of its own.
  if (mark.textContent.trim() === "") mark.setAttribute("aria-label", finding.message[ui.language]);
  mark.setAttribute("aria-description", say("severity." + finding.severity) + " · " + say("state." + state));
}

/** All marks at once: where the page opens, and where the language or a filter changes. */
function dressAll(article) {
  const sheet = byId("article-" + articles.indexOf(article));
  sheet.querySelectorAll(".mark").forEach((mark) => dress(article, mark));
}
