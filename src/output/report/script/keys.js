
// The keyboard. Keys are told by their place: the letters of an Arabic layout are others on the same keys.

const KEYS = [
  ["J", "N", "key.next", () => step(1)],
  ["K", "P", "key.previous", () => step(-1)],
  ["A", null, "key.accept", accept],
  ["R", "X", "key.reject", reject],
  ["E", null, "key.edit", startTyping],
  ["U", null, "key.undo", undo],
  ["S", null, "key.source", () => showSource()],
  ["F", null, "key.filters", () => { byId("filters").open = !byId("filters").open; if (byId("filters").open) byId("by-state").focus(); }],
];

function onKey(event) {
  const within = event.target.closest("input, textarea, select, dialog");
  if (within || event.altKey || event.defaultPrevented) return;
  if ((event.ctrlKey || event.metaKey) && event.code === "KeyZ" && !event.shiftKey) { event.preventDefault(); undo(); return; }
  if (event.ctrlKey || event.metaKey) return;
  const mark = event.target.closest(".mark");
  if (mark && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); pick(mark); return; }
  if (!byId("keys-on").checked || byId("panel").hidden) return;
  if (event.key === "?" || event.key === "؟") { event.preventDefault(); byId("help").showModal(); return; }
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  const finding = here().findings[view.current];
  if (digit && finding && Number(digit[1]) <= finding.fixes.length) { event.preventDefault(); choose(Number(digit[1]) - 1); return; }
  const known = KEYS.find(([one, other]) => event.code === "Key" + one || event.code === "Key" + other);
  if (known) { event.preventDefault(); known[3](); }
}

/** A mark that was clicked, or entered by the keyboard, is the one at hand; its card gets the focus. */
function pick(mark) {
  go(Number(mark.dataset.f));
  const accepts = byId("accept");
  (accepts && !accepts.disabled ? accepts : byId("card")).focus({ preventScroll: true });
}

function drawKeys() {
  const rows = KEYS.map(([one, other, key]) => [other ? [one, other] : [one], key]);
  rows.push([["1", "9"], "key.fix"], [["Ctrl+Z"], "key.undo"], [["?"], "key.help"]);
  byId("keys").replaceChildren(...rows.flatMap(([keys, key]) => [
    make("dt", { dir: "ltr" }, ...keys.flatMap((it, at) => (at > 0 ? [key === "key.fix" ? " … " : " ", make("kbd", {}, it)] : [make("kbd", {}, it)]))),
    make("dd", {}, say(key)),
  ]));
}
