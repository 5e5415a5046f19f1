
// The words of the interface, in the reader's language.

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const ui = { language: data.language };

/** The words called `key`, each `{name}` replaced. */
function say(key, names = {}) {
  const words = data.words[key] ? data.words[key][ui.language] : key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in names ? names[name] : whole));
}

/** Puts every fixed text of the page into the reader's language. */
function translate() {
  const root = document.documentElement;
  root.lang = ui.language;
  root.dir = ui.language === "ar" ? "rtl" : "ltr";
  for (const it of document.querySelectorAll("[data-t]")) {
    it.textContent = say(it.dataset.t, it.dataset.a ? JSON.parse(it.dataset.a) : {});
    if (it.hasAttribute("data-ui")) it.lang = ui.language;
  }
  for (const it of document.querySelectorAll("[data-l]")) it.setAttribute("aria-label", say(it.dataset.l));
  for (const it of document.querySelectorAll("[data-rule]")) {
    const rule = data.rules[it.dataset.rule];
    if (rule) it.textContent = rule[ui.language];
  }
  byId("language").textContent = say("other_language");
  byId("language").lang = ui.language === "ar" ? "en" : "ar";
}

/** Tells what was done, on the screen and to a screen reader. */
let silence = 0;
function announce(key, names) {
  const said = byId("said");
  if (!said) return;
  said.textContent = say(key, names);
  clearTimeout(silence);
  silence = setTimeout(() => { said.textContent = ""; }, 4000);
}

/** An element with properties, attributes (`lang`, `dir`, `aria-…`, `for`) and children. */
function make(name, facts = {}, ...children) {
  const it = document.createElement(name);
  for (const [key, value] of Object.entries(facts)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) it.addEventListener(key.slice(2), value);
    else if (key === "class") it.className = value;
    else it.setAttribute(key, value === true ? "" : value);
  }
  it.append(...children.filter((child) => child !== null && child !== undefined));
  return it;
}

// Control characters and those that steer the order of a line: they are named, not obeyed.
const UNSEEN = /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\uDB40[\uDC00-\uDC7F]/g;

/** `text` as nodes that show every character of it. */
function visible(text) {
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(UNSEEN)) {
    if (found.index > at) nodes.push(text.slice(at, found.index));
    const code = found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    nodes.push(make("span", { class: "hidden-char", dir: "ltr" }, "U+" + code));
    at = found.index + found[0].length;
  }
  if (at < text.length) nodes.push(text.slice(at));
  return nodes;
}

/** A run of the article among words of the interface. */
const arabic = (text) => make("bdi", { lang: "ar", dir: "rtl" }, ...visible(text));
