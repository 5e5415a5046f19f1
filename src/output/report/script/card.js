
// The finding at hand: what, why, the fixes, the decision.

const GLYPH = { critical: "▲", major: "◆", minor: "●", neutral: "○" };
const SIGN = { pending: "", accept: "✓", edit: "✎", reject: "✕" };

function drawCard() {
  const card = byId("card");
  const article = here();
  const finding = article.findings[view.current];
  const shown = shownNumbers();
  if (!finding || shown.length === 0) {
    card.replaceChildren(make("h2", {}, say(article.findings.length === 0 ? "card.none" : "card.none_shown")));
    return;
  }
  const state = stateOf(article, view.current);
  const at = shown.indexOf(view.current);
  const parts = [
    make("div", { class: "step" },
      make("button", { type: "button", id: "previous", "aria-label": say("card.previous"), onclick: () => step(-1) }, ui.language === "ar" ? "→" : "←"),
      make("button", { type: "button", id: "next", "aria-label": say("card.next"), onclick: () => step(1) }, ui.language === "ar" ? "←" : "→"),
      make("span", {}, say("card.count", { n: at < 0 ? "–" : at + 1, all: shown.length })),
      state === "pending" ? null : make("span", { class: "badge " + state }, SIGN[state] + " " + say("state." + state))),
    make("h2", {}, finding.message[ui.language]),
    make("p", { class: "tags" },
      make("span", { class: "badge " + finding.severity }, GLYPH[finding.severity] + " " + say("severity." + finding.severity)),
      make("span", {}, say("category." + finding.category)),
      make("span", { class: "minute" }, say("confidence." + finding.confidence)),
      make("bdi", { class: "code minute", dir: "ltr" }, finding.rule)),
    entryOf(finding),
    view.typing ? typingForm(finding) : fixesOf(finding),
    sourceOf(article, finding),
    view.typing ? null : actsOf(finding, state),
  ];
  card.replaceChildren(...parts.filter(Boolean));
}

function entryOf(finding) {
  const entry = finding.entry && data.entries[finding.entry];
  if (!entry) return null;
  return make("p", { class: "entry" },
    make("bdi", { lang: "en", dir: "ltr" }, entry.en), " ⇄ ", arabic(entry.ar), " ",
    make("bdi", { class: "code", dir: "ltr" }, finding.entry));
}

/** Several fixes are chosen among; one is shown as it is. */
function fixesOf(finding) {
  const decision = decisionOf(here(), view.current);
  const chosen = decision && decision.verdict === "accept" ? decision.fix : view.chosen;
  const group = make("fieldset", {}, make("legend", {}, say("card.fixes")));
  finding.fixes.forEach((fix, number) => {
    const can = fix.edits.length > 0;
    const shown = can ? diffOf(fix.diff) : [fix.title[ui.language]];
    group.append(make("label", { class: "fix" },
      can && finding.fixes.length > 1 ? make("input", { type: "radio", name: "fix", value: number, checked: number === chosen, onchange: () => choose(number) }) : null,
      make("span", { class: "diff" },
        can ? make("bdi", { lang: "ar", dir: "rtl" }, ...shown) : make("span", {}, ...shown),
        make("span", { class: "kind" }, say("applicability." + fix.applicability)))));
  });
  if (decision && decision.verdict === "edit") {
    group.append(make("p", { class: "fix" }, make("bdi", { class: "diff", lang: "ar", dir: "rtl" },
      make("del", {}, ...visible(finding.found)), " ", make("ins", {}, ...visible(decision.text || say("card.empty"))))));
  }
  if (finding.fixes.length === 0) group.append(make("p", { class: "small" }, say("card.no_fix")));
  return group;
}

function diffOf(runs) {
  return runs.map(([kind, text]) => {
    if (kind === 0) return make("span", {}, ...visible(text));
    return make(kind < 0 ? "del" : "ins", {}, ...visible(text));
  });
}

function actsOf(finding, state) {
  const act = (id, key, letter, run, off) => make("button", { type: "button", id, disabled: off, class: id === "accept" ? "primary" : "", "aria-keyshortcuts": letter, onclick: run },
    say(key), make("kbd", { "aria-hidden": "true" }, letter));
  const can = finding.fixes.some((it) => it.edits.length > 0);
  return make("div", { class: "acts" },
    act("accept", "card.accept", "A", accept, !can),
    act("reject", "card.reject", "R", reject, false),
    act("edit", "card.edit", "E", startTyping, false),
    act("undo", "card.undo", "U", undo, state === "pending" && here().past.length === 0));
}

function typingForm(finding) {
  const decision = decisionOf(here(), view.current);
  const before = decision && decision.verdict === "edit" ? decision.text : finding.found;
  const area = make("textarea", { id: "typed", rows: 2, lang: "ar", dir: "rtl", spellcheck: "false" });
  area.value = before;
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); type(area.value); }
    if (event.key === "Escape") { event.stopPropagation(); stopTyping(); }
  });
  return make("form", { class: "type", onsubmit: (event) => { event.preventDefault(); type(area.value); } },
    make("label", { for: "typed" }, say("card.typed")), area,
    make("div", { class: "acts" },
      make("button", { class: "primary", type: "submit" }, say("card.use"), make("kbd", { "aria-hidden": "true" }, "Enter")),
      make("button", { type: "button", onclick: stopTyping }, say("card.cancel"), make("kbd", { "aria-hidden": "true" }, "Esc"))));
}

function sourceOf(article, finding) {
  const numbers = article.segments[finding.segment].source;
  if (!article.source || numbers.length === 0) return null;
  return make("p", { class: "card-source", lang: "en", dir: "ltr" }, ...numbers.flatMap((it) => visible(article.source.paragraphs[it])));
}
