// An editor at work: finding, deciding, saving, coming back.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { browser, downloaded, fasih, folder, menu, open, sample } from "./desk.mjs";

after(() => browser.close());

const decided = (page) => page.locator("#decided").textContent();
const findings = (cwd) => JSON.parse(fasih(cwd, "check", "--format", "json", "a.ar.txt").stdout).files[0].findings;
const copied = async (page) => {
  await page.click("#copy");
  return page.evaluate(() => navigator.clipboard.readText());
};

test("every finding is marked once, with a severity that needs no colour", async (t) => {
  const cwd = sample();
  const page = await open(t, cwd);
  const found = findings(cwd);
  const marks = page.locator(".mark");
  assert.equal(await marks.count(), found.length);
  assert.deepEqual(await marks.allTextContents(), found.map((it) => it.text));
  const style = (severity) => page.locator(".mark." + severity).first().evaluate((it) => getComputedStyle(it).textDecorationStyle);
  assert.notEqual(await style("major"), await style("minor"));
  assert.deepEqual(page.problems, []);
});

test("accepting everything by keyboard copies what --fix --unsafe-fixes writes", async (t) => {
  const cwd = sample();
  const page = await open(t, cwd);
  for (let count = findings(cwd).length; count > 0; count -= 1) await page.keyboard.press("a");
  const text = await copied(page);
  fasih(cwd, "check", "--fix", "--unsafe-fixes", "a.ar.txt");
  assert.equal(text, fs.readFileSync(path.join(cwd, "a.ar.txt"), "utf8"));
  assert.deepEqual(page.problems, []);
});

test("decisions are exported, applied to the file and refused once it has changed", async (t) => {
  const cwd = sample();
  const page = await open(t, cwd);
  await page.keyboard.press("a");
  await page.keyboard.press("r");
  await page.keyboard.press("e");
  await page.fill("#typed", "كلام آخر <b>&");
  await page.keyboard.press("Enter");
  assert.match(await decided(page), /3/);
  const review = JSON.parse(await menu(page, "export"));
  assert.deepEqual(review.articles[0].decisions.map((it) => it.decision), ["accept", "reject", "edit"]);
  assert.equal(review.articles[0].decisions[2].replacement, "كلام آخر <b>&");
  const file = await menu(page, "download");
  fs.writeFileSync(path.join(cwd, "review.json"), JSON.stringify(review));
  assert.equal(fasih(cwd, "apply", "--diff", "review.json").status, 1);
  assert.equal(fasih(cwd, "apply", "review.json").status, 0);
  const written = fs.readFileSync(path.join(cwd, "a.ar.txt"));
  assert.ok(written.equals(file));
  assert.ok(written.includes("كلام آخر <b>&"));
  const again = fasih(cwd, "apply", "review.json");
  assert.equal(again.status, 2);
  assert.match(again.stderr, /has changed/);
  assert.ok(fs.readFileSync(path.join(cwd, "a.ar.txt")).equals(written));
  assert.deepEqual(page.problems, []);
});

test("an exported review comes back in another browser, and a visit in the same one", async (t) => {
  const cwd = sample();
  const page = await open(t, cwd);
  for (const key of ["a", "r", "a"]) await page.keyboard.press(key);
  fs.writeFileSync(path.join(cwd, "review.json"), await menu(page, "export"));
  const text = await copied(page);
  await page.reload();
  assert.match(await decided(page), /3/);
  assert.equal(await copied(page), text);
  const other = await open(t, cwd);
  assert.match(await decided(other), /0/);
  await other.setInputFiles("#import-file", path.join(cwd, "review.json"));
  await other.waitForFunction(() => document.getElementById("progress").value === 3);
  assert.equal(await copied(other), text);
  fs.writeFileSync(path.join(cwd, "wrong.json"), '{"schema": 1, "articles": [{"decisions": [{"fingerprint": 1}, null]}]}');
  await other.setInputFiles("#import-file", path.join(cwd, "wrong.json"));
  assert.equal(await copied(other), text);
  assert.deepEqual([...page.problems, ...other.problems], []);
});

test("undo takes back one step, also of many", async (t) => {
  const cwd = sample();
  const page = await open(t, cwd);
  const before = await page.locator(".text").textContent();
  await page.keyboard.press("a");
  await page.keyboard.press("Control+z");
  assert.equal(await page.locator(".text").textContent(), before);
  await page.click("#accept-shown");
  assert.notEqual(await page.locator(".text").textContent(), before);
  await page.keyboard.press("u");
  assert.equal(await page.locator(".text").textContent(), before);
  assert.match(await decided(page), /0/);
});

test("filters narrow the list and what the keys go through", async (t) => {
  const cwd = sample();
  const page = await open(t, cwd);
  const minor = findings(cwd).filter((it) => it.severity === "minor").length;
  await page.selectOption("#by-severity", "minor");
  assert.equal(await page.locator("#list li").count(), minor);
  await page.keyboard.press("Escape");
  await page.locator("#by-severity").blur();
  for (let count = 0; count < minor; count += 1) {
    assert.equal(await page.locator(".mark.current.minor").count(), 1);
    await page.keyboard.press("j");
  }
  await page.click("#accept-shown");
  assert.equal(await page.locator(".mark.minor:not(.accept)").count(), 0);
  assert.equal(await page.locator(".mark.major.accept").count(), 0);
  await page.selectOption("#by-state", "pending");
  assert.equal(await page.locator("#list li").count(), 0);
});

test("keys are told by their place, so that an Arabic layout works, and can be switched off", async (t) => {
  const cwd = sample();
  const page = await open(t, cwd);
  const press = () => page.evaluate(() => document.body.dispatchEvent(
    new KeyboardEvent("keydown", { key: "ش", code: "KeyA", bubbles: true, cancelable: true })));
  await press();
  assert.match(await decided(page), /1/);
  await page.keyboard.press("?");
  await page.uncheck("#keys-on");
  await page.keyboard.press("Escape");
  await press();
  assert.match(await decided(page), /1/);
});

test("what was rejected is offered as suppressions that silence it", async (t) => {
  const cwd = sample();
  const page = await open(t, cwd);
  const [first] = findings(cwd);
  await page.keyboard.press("r");
  await page.click(".menu > summary");
  await page.click("#suppress");
  const text = await page.inputValue("#shown-text-area");
  const directive = text.split("\n").find((it) => it.includes("fasih: ignore["));
  const lines = fs.readFileSync(path.join(cwd, "a.ar.txt"), "utf8").split("\n");
  lines.splice(first.start.line - 1, 0, directive);
  fs.writeFileSync(path.join(cwd, "a.ar.txt"), lines.join("\n"));
  assert.ok(!findings(cwd).some((it) => it.fingerprint === first.fingerprint));
});

test("without storage, and without scripts, the page still serves", async (t) => {
  const cwd = sample();
  const blocked = await open(t, cwd, "review.html", {
    before: () => Object.defineProperty(window, "localStorage", { get() { throw new Error("blocked"); } }),
  });
  await blocked.keyboard.press("a");
  assert.match(await decided(blocked), /1/);
  assert.deepEqual(blocked.problems, []);
  const plain = await open(t, cwd, "review.html", { javaScriptEnabled: false });
  const lines = fs.readFileSync(path.join(cwd, "a.ar.txt"), "utf8").trim().split("\n");
  assert.deepEqual((await plain.locator(".text > p").allTextContents()).map((it) => it.trim()), lines);
  assert.ok(await plain.locator(".noscript").isVisible());
  assert.ok(!(await plain.locator("#panel").isVisible()));
});

test("encodings and byte order marks survive a download", async (t) => {
  const text = "قال المتحدث باسم الوزارة ، أمس ، إن الأمر انتهى.\n";
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  const cwd = folder({ "bom.txt": "\uFEFF" + text, "wide.txt": utf16 });
  for (const name of ["bom.txt", "wide.txt"]) {
    assert.equal(fasih(cwd, "report", name, "-o", "review.html").status, 0);
    const page = await open(t, cwd);
    await page.click("#accept-shown");
    const file = await menu(page, "download");
    fasih(cwd, "check", "--fix", name);
    assert.ok(fs.readFileSync(path.join(cwd, name)).equals(file), name);
  }
});

test("a batch opens with an overview, and a folder of pages with its index", async (t) => {
  const cwd = sample();
  fs.writeFileSync(path.join(cwd, "clean.ar.txt"), "سافر الوزير أمس.\n");
  fs.writeFileSync(path.join(cwd, "clean.en.txt"), "The minister left “yesterday” & is back.\n");
  fs.writeFileSync(path.join(cwd, "before.json"), fasih(cwd, "check", "--format", "json", "a.ar.txt").stdout);
  fasih(cwd, "report", "a.ar.txt", "clean.ar.txt", "--history", "before.json", "-o", "all.html");
  const page = await open(t, cwd, "all.html");
  assert.ok(await page.locator(".articles").isVisible());
  assert.ok(await page.locator("svg.trend").isVisible());
  assert.deepEqual(await page.locator(".articles tbody th").allTextContents(), ["a.ar.txt", "clean.ar.txt"]);
  await page.click(".articles a:has-text('clean.ar.txt')");
  assert.ok(await page.locator("#article-1").isVisible());
  assert.ok(!(await page.locator("#article-0").isVisible()));
  assert.equal(await page.locator("#article-1 p.source").textContent(), "The minister left “yesterday” & is back.");
  fasih(cwd, "report", "a.ar.txt", "clean.ar.txt", "-o", "pages/");
  const index = await open(t, cwd, "pages/index.html");
  await index.click(".articles tr:first-child a");
  await index.waitForSelector(".mark.current");
  assert.deepEqual([...page.problems, ...index.problems], []);
});
