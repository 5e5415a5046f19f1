
// Deciding, and moving between findings.

/** Sets decisions about an article, as one step to undo. */
function decide(article, changes) {
  article.past.push({ current: view.current, before: changes.map(([number]) => [number, decisionOf(article, number)]) });
  put(article, changes);
}

function put(article, changes) {
  const touched = new Set();
  for (const [number, decision] of changes) {
    const finding = article.findings[number];
    if (decision) article.decisions.set(finding.fingerprint, decision);
    else article.decisions.delete(finding.fingerprint);
    touched.add(finding.segment);
  }
  remember(article);
  touched.forEach((segment) => drawParagraph(article, segment));
}

const counts = (article) => ({ n: article.decisions.size, all: article.findings.length });

/** Decides on the finding at hand, unless another decision is in the way, and goes on to the next. */
function settle(decision) {
  const article = here();
  const other = obstacle(article, view.current, decision);
  if (other !== undefined) {
    announce("said.conflict", { other: article.findings[other].found });
    return false;
  }
  const before = shownNumbers();
  decide(article, [[view.current, decision]]);
  announce("said." + decision.verdict, counts(article));
  onward(before);
  return true;
}

function accept() {
  const finding = here().findings[view.current];
  if (!finding) return;
  const fix = finding.fixes[view.chosen] && finding.fixes[view.chosen].edits.length > 0 ? view.chosen : finding.fixes.findIndex((it) => it.edits.length > 0);
  if (fix < 0) { announce("said.no_fix"); return; }
  settle({ verdict: "accept", fix });
}

function reject() {
  if (here().findings[view.current]) settle({ verdict: "reject" });
}

function startTyping() {
  if (!here().findings[view.current]) return;
  view.typing = true;
  drawCard();
  byId("typed").focus();
  byId("typed").select();
}

function stopTyping() {
  view.typing = false;
  drawCard();
  focusMark();
}

function type(text) {
  view.typing = false;
  if (!settle({ verdict: "edit", text })) startTyping();
}

function choose(fix) {
  view.chosen = fix;
  const decision = decisionOf(here(), view.current);
  if (decision && decision.verdict === "accept") {
    const changed = { verdict: "accept", fix };
    const other = obstacle(here(), view.current, changed);
    if (other !== undefined) announce("said.conflict", { other: here().findings[other].found });
    else decide(here(), [[view.current, changed]]);
  }
  draw();
  const radio = document.querySelector('#card input[value="' + fix + '"]');
  if (radio) radio.focus();
}

function undo() {
  const article = here();
  const last = article.past.pop();
  if (!last) {
    if (!decisionOf(article, view.current)) { announce("said.nothing"); return; }
    // Decisions of an earlier visit have no history: the one at hand is taken back.
    put(article, [[view.current, undefined]]);
  } else {
    put(article, last.before);
    view.current = last.current;
  }
  announce("said.undo", counts(article));
  go(view.current);
}

/** Whether accepting everything shown would accept this one: its first fix, if nothing is in its way. */
function acceptable(article, number) {
  const finding = article.findings[number];
  return stateOf(article, number) === "pending" && finding.fixes.length > 0 && finding.fixes[0].edits.length > 0;
}

function acceptShown() {
  const article = here();
  const numbers = shownNumbers().filter((number) => acceptable(article, number));
  const step = { current: view.current, before: [] };
  for (const number of numbers) {
    const decision = { verdict: "accept", fix: 0 };
    if (obstacle(article, number, decision) !== undefined) continue;
    step.before.push([number, undefined]);
    article.decisions.set(article.findings[number].fingerprint, decision);
  }
  article.past.push(step);
  put(article, step.before.map(([number]) => [number, { verdict: "accept", fix: 0 }]));
  announce("said.bulk", { n: step.before.length });
  draw();
}

/** The next undecided finding among those that were shown; where none is left, the next at all. */
function onward(before) {
  const article = here();
  const at = before.indexOf(view.current);
  const next = [...before.slice(at + 1), ...before.slice(0, Math.max(at, 0))].find((number) => stateOf(article, number) === "pending");
  if (next === undefined) {
    if (article.decisions.size === article.findings.length) announce("card.done");
    go(view.current);
  } else {
    go(next, true);
  }
}

function step(by) {
  const shown = shownNumbers();
  if (shown.length === 0) return;
  const at = shown.indexOf(view.current);
  const next = at >= 0 ? at + by : shown.findIndex((it) => it > view.current) - (by > 0 ? 0 : 1);
  go(shown[(next + shown.length) % shown.length], true);
}

/** Makes finding `number` the one at hand. */
function go(number, show = false) {
  const article = here();
  const before = view.current;
  view.current = number;
  view.chosen = 0;
  view.typing = false;
  for (const it of [before, number]) {
    const mark = article.findings[it] && markOf(article, it);
    if (mark) dress(article, mark);
  }
  draw();
  if (show) focusMark();
}

function focusMark() {
  const article = here();
  const mark = article.findings[view.current] && markOf(article, view.current);
  if (!mark) return;
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "center" });
}

function draw() {
  drawList();
  drawCard();
  drawProgress();
}

function drawProgress() {
  const { n, all } = counts(here());
  byId("decided").textContent = say("decided", { n, all });
  byId("progress").max = Math.max(all, 1);
  byId("progress").value = n;
}
