
// Wires the page up.

function showArticle(choice) {
  const overview = byId("overview");
  const number = choice === "overview" ? -1 : Number(choice);
  if (overview) overview.hidden = number >= 0;
  articles.forEach((_, at) => { byId("article-" + at).hidden = at !== number; });
  byId("panel").hidden = number < 0;
  document.body.classList.toggle("alone", number < 0);
  document.querySelector(".progress").hidden = number < 0;
  if (byId("pick")) byId("pick").value = choice;
  if (number < 0) return;
  Object.assign(view, { article: number, current: 0, chosen: 0, typing: false, rows: 100, state: "", severity: "", rule: "" });
  byId("show-source").hidden = !here().source;
  counted = null;
  dressAll(here());
  drawFilters();
  draw();
}

function showSource(shown) {
  const hidden = document.body.classList.toggle("no-source", shown === undefined ? undefined : !shown);
  byId("show-source").setAttribute("aria-pressed", String(!hidden));
  preference("source", hidden ? "0" : "1");
}

function redraw() {
  translate();
  if (articles.length === 0) return;
  drawKeys();
  dressAll(here());
  drawFilters();
  draw();
}

function filter() {
  view.state = byId("by-state").value;
  view.severity = byId("by-severity").value;
  view.rule = byId("by-rule").value;
  view.rows = 100;
  counted = null;
  const shown = shownNumbers();
  if (shown.length > 0 && !shown.includes(view.current)) view.current = shown[0];
  dressAll(here());
  draw();
}

function start() {
  const language = preference("language");
  if (language === "ar" || language === "en") ui.language = language;
  const theme = preference("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  byId("language").addEventListener("click", () => {
    ui.language = ui.language === "ar" ? "en" : "ar";
    preference("language", ui.language);
    redraw();
  });
  byId("theme").addEventListener("click", () => {
    const dark = document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = dark ? "light" : "dark";
    preference("theme", document.documentElement.dataset.theme);
  });
  translate();
  if (articles.length === 0) return;
  articles.forEach(recall);
  articles.forEach((article) => {
    const touched = new Set(article.findings.filter((it) => article.decisions.has(it.fingerprint)).map((it) => it.segment));
    touched.forEach((segment) => drawParagraph(article, segment));
  });
  const wide = matchMedia("(min-width: 62.01rem)").matches;
  byId("filters").open = wide;
  byId("filters").addEventListener("toggle", drawList);
  for (const id of ["by-state", "by-severity", "by-rule"]) byId(id).addEventListener("change", filter);
  byId("more").addEventListener("click", () => { view.rows += 200; drawList(); });
  byId("accept-shown").addEventListener("click", acceptShown);
  byId("copy").addEventListener("click", copy);
  byId("download").addEventListener("click", download);
  byId("export").addEventListener("click", exportReview);
  byId("import").addEventListener("click", () => byId("import-file").click());
  byId("import-file").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (file) importReview(await file.text());
    event.target.value = "";
  });
  byId("suppress").addEventListener("click", suppress);
  byId("reset").addEventListener("click", reset);
  byId("show-help").addEventListener("click", () => byId("help").showModal());
  byId("show-source").addEventListener("click", () => showSource());
  byId("keys-on").checked = preference("keys") !== "0";
  byId("keys-on").addEventListener("change", (event) => preference("keys", event.target.checked ? "1" : "0"));
  if (byId("pick")) byId("pick").addEventListener("change", (event) => showArticle(event.target.value));
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    if (mark) pick(mark);
    const link = event.target.closest("[data-open]");
    if (link) { event.preventDefault(); showArticle(link.dataset.open); byId("main").focus(); scrollTo(0, 0); }
    const menu = document.querySelector(".menu");
    if (menu.open && !event.target.closest(".menu > summary")) menu.open = false;
  });
  document.addEventListener("keydown", onKey);
  addEventListener("beforeprint", drawListing);
  drawKeys();
  if (preference("source") === "0") showSource(false);
  showArticle(byId("overview") ? "overview" : "0");
}

start();
