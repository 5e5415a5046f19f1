
// All findings at a glance, with their filters; the same list, in full, for print.

function isShown(article, number) {
  const finding = article.findings[number];
  return (!view.state || stateOf(article, number) === view.state) &&
    (!view.severity || finding.severity === view.severity) &&
    (!view.rule || finding.rule === view.rule);
}

/** Counted once between two changes: a long article has many thousands. */
let counted = null;
function shownNumbers() {
  const article = here();
  if (!counted) counted = article.findings.map((_, number) => number).filter((number) => isShown(article, number));
  return counted;
}

function drawList() {
  counted = null;
  const article = here();
  const shown = shownNumbers();
  byId("shown").textContent = say("shown", { n: shown.length });
  const list = byId("list");
  if (byId("filters").open) {
    list.replaceChildren(...shown.slice(0, view.rows).map((number) => rowOf(article, number)));
    byId("more").hidden = shown.length <= view.rows;
  }
  const open = shown.filter((number) => acceptable(article, number));
  const bulk = byId("accept-shown");
  bulk.textContent = say("accept_shown", { n: open.length });
  bulk.disabled = open.length === 0;
}

function rowOf(article, number) {
  const finding = article.findings[number];
  const state = stateOf(article, number);
  return make("li", {}, make("button", { type: "button", "aria-current": number === view.current ? "true" : null, onclick: () => go(number, true) },
    make("span", { class: "glyph " + finding.severity, "aria-hidden": "true" }, GLYPH[finding.severity]),
    make("span", { class: "away" }, say("severity." + finding.severity)),
    make("span", { class: "words" }, ...shortOf(article, finding, decisionOf(article, number))),
    make("span", { "aria-hidden": "true" }, SIGN[state]),
    make("span", { class: "away" }, say("state." + state))));
}

/** What is flagged, and what would stand there; with its neighbours where that alone would say nothing. */
function shortOf(article, finding, decision) {
  const arrow = ui.language === "ar" ? " ← " : " → ";
  if (decision && decision.verdict === "edit") return [arabic(finding.found), arrow, arabic(decision.text || say("card.empty"))];
  const fix = finding.fixes[decision && decision.verdict === "accept" ? decision.fix : 0];
  if (!fix || fix.edits.length === 0) return [arabic(finding.found.trim() || "␣")];
  const after = standing(article, finding, fix.edits);
  if (finding.found.trim() && after !== finding.found) return [arabic(finding.found), arrow, arabic(after.trim() || say("card.empty"))];
  const of = (kind) => fix.diff.filter((it) => it[0] === kind).map((it) => it[1].trim()).join(" … ");
  return [arabic(of(-1) || "␣"), arrow, arabic(of(1) || say("card.empty"))];
}

/** The choices that the article offers, each with its count. */
function drawFilters() {
  const article = here();
  const count = (value) => {
    const counts = new Map();
    article.findings.forEach((it, number) => counts.set(value(it, number), (counts.get(value(it, number)) || 0) + 1));
    return counts;
  };
  const fill = (id, chosen, options) => {
    const select = byId(id);
    select.replaceChildren(make("option", { value: "" }, say("any")), ...options.map(([value, label]) => make("option", { value }, label)));
    select.value = chosen;
  };
  const severities = count((it) => it.severity);
  const rules = count((it) => it.rule);
  fill("by-state", view.state, ["pending", "accept", "edit", "reject"].map((it) => [it, say("state." + it)]));
  fill("by-severity", view.severity, Object.keys(GLYPH).filter((it) => severities.has(it))
    .map((it) => [it, say("severity." + it) + " (" + severities.get(it) + ")"]));
  fill("by-rule", view.rule, [...rules].sort((a, b) => b[1] - a[1])
    .map(([rule, times]) => [rule, data.rules[rule][ui.language] + " (" + times + ")"]));
}

/** The findings in full, a numbered line each: nobody can open a card on paper. */
function drawListing() {
  const MOST = 2000;
  articles.forEach((article, number) => {
    const list = document.querySelector('[data-listing="' + number + '"]');
    list.replaceChildren(...article.findings.slice(0, MOST).map((finding, at) => make("li", {},
      ...shortOf(article, finding, decisionOf(article, at)), " — ", finding.message[ui.language], " ",
      make("span", { class: "small" }, [say("severity." + finding.severity), say("state." + stateOf(article, at))].join(" · ")))));
  });
}
