// Hostile articles, long ones, and readers with other needs.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { createRequire } from "node:module";
import { browser, fasih, folder, open, sample } from "./desk.mjs";

after(() => browser.close());
const AXE = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const HOSTILE = [
  "<script>window.pwned = 1</script> قال Macron <img src=x onerror=\"window.pwned = 2\">",
  "\"><img src=x onerror=window.pwned=3>' onmouseover='window.pwned=4 ، ثم",
  "</script><script>window.pwned = 5</script> <!-- ]]> {{ 7 * 7 }} {% raw %} &lt;b&gt; ، ثم",
  "\u202Eقال\u2066 \u061C\u200F الوزير\u202C ، أمس\u2069 \u0001\u007F ،",
  "javascript:alert(1) <svg onload=window.pwned=6> <style>*{display:none}</style> ، انتهى",
].join("\n");

test("a hostile article is text and nothing else", async (t) => {
  const name = "x\"><img src=y onerror=pwned=7>.txt";
  const cwd = folder({ [name]: HOSTILE, "other.txt": "سافر الوزير أمس.\n" });
  const ran = fasih(cwd, "report", "--min-severity", "neutral", "--min-confidence", "low", name, "other.txt", "-o", "review.html");
  assert.equal(ran.status, 0, ran.stderr);
  const page = await open(t, cwd);
  await page.selectOption("#pick", { index: (await page.locator("#pick option").allTextContents()).indexOf(name) });
  assert.ok((await page.locator(".mark").count()) > 2);
  await page.click("#accept-shown");
  await page.click("#language");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  assert.equal(await page.locator("article img, article svg[onload], article style, article script").count(), 0);
  // What turns a line around is named and not obeyed.
  const text = await page.locator("#main").textContent();
  assert.ok(text.includes("U+202E"));
  assert.ok(!/[\u202A-\u202E\u2066-\u2069\u0001]/.test(text));
  assert.deepEqual(page.problems, []);
  fasih(cwd, "report", "--min-severity", "neutral", "--min-confidence", "low", name, "-o", "one.html");
  const one = await open(t, cwd, "one.html");
  await one.click("#copy");
  assert.equal(await one.evaluate(() => navigator.clipboard.readText()), HOSTILE);
});

test("a script that gets in does not run: the policy names ours alone", async (t) => {
  const cwd = sample();
  const html = fs.readFileSync(path.join(cwd, "review.html"), "utf8");
  assert.ok(!/\son\w+=|\sstyle=/.test(html.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, "")));
  fs.writeFileSync(path.join(cwd, "review.html"), html.replace("<main", "<script>window.pwned = 1</script><img src=\"x.png\" onerror=\"window.pwned = 2\"><main"));
  const page = await open(t, cwd);
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  assert.ok(page.problems.some((it) => it.includes("Content Security Policy")));
});

test("five megabytes are usable", { timeout: 240_000 }, async (t) => {
  const paragraph = "وقال المتحدث باسم الوزارة ، في بيان صدر أمس ، إن المحادثات مستمرة وإن النتائج ستعلن في نهاية الأسبوع المقبل بعد مشاورات واسعة.\n";
  const size = 5 << 20;
  const cwd = folder({ "long.txt": paragraph.repeat(Math.ceil(size / Buffer.byteLength(paragraph))) });
  assert.equal(fasih(cwd, "report", "long.txt", "-o", "review.html").status, 0);
  const opened = Date.now();
  const page = await open(t, cwd);
  await page.waitForSelector(".mark.current");
  assert.ok(Date.now() - opened < 60_000, "it opened in " + (Date.now() - opened) + " ms");
  const pressed = Date.now();
  for (const key of ["j", "a", "r", "u", "j"]) await page.keyboard.press(key);
  assert.match(await page.locator("#decided").textContent(), /1/);
  assert.ok(Date.now() - pressed < 10_000, "five keys took " + (Date.now() - pressed) + " ms");
  assert.deepEqual(page.problems, []);
});

for (const [name, options] of Object.entries({
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  narrow: { colorScheme: "light", viewport: { width: 320, height: 640 } },
})) {
  for (const language of ["ar", "en"]) {
    test("axe finds nothing serious: " + name + ", " + language, async (t) => {
      const cwd = sample();
      fs.copyFileSync(path.join(cwd, "a.ar.txt"), path.join(cwd, "b.ar.txt"));
      fs.writeFileSync(path.join(cwd, "b.en.txt"), "One source.\n");
      fs.writeFileSync(path.join(cwd, "before.json"), fasih(cwd, "check", "--format", "json", "a.ar.txt").stdout);
      fasih(cwd, "report", "a.ar.txt", "b.ar.txt", "--history", "before.json", "-o", "review.html");
      const page = await open(t, cwd, "review.html", options);
      if (language === "en") await page.click("#language");
      const look = async (what) => {
        await page.evaluate(AXE);
        const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
        const serious = violations.filter((it) => it.impact === "serious" || it.impact === "critical");
        assert.deepEqual(serious.map((it) => [what, it.id, it.nodes.slice(0, 3).map((node) => node.html + " " + node.failureSummary)]), []);
        const width = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(width[0] <= width[1], what + " is " + width[0] + " wide on a screen of " + width[1]);
      };
      await look("overview");
      await page.selectOption("#pick", "1");
      for (const key of ["a", "r", "j"]) await page.keyboard.press(key);
      await look("article");
      await page.keyboard.press("e");
      await look("typing");
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await look("help");
      assert.equal(await page.getAttribute("html", "lang"), language);
      assert.equal(await page.getAttribute("html", "dir"), language === "ar" ? "rtl" : "ltr");
    });
  }
}

test("the whole review can be done without a mouse, and the focus is always seen", async (t) => {
  const cwd = sample();
  const page = await open(t, cwd);
  const seen = new Set();
  for (let count = 0; count < 40; count += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const it = document.activeElement;
      const box = it.getBoundingClientRect();
      return { name: it.id || it.className || it.tagName, seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight };
    });
    if (at.name !== "BODY") assert.ok(at.seen, at.name);
    seen.add(at.name);
  }
  for (const id of ["language", "theme", "accept", "reject", "by-state", "copy"]) assert.ok(seen.has(id), id + " of " + [...seen]);
});

test("paper shows the article, every finding with its number, and no buttons", async (t) => {
  const cwd = sample();
  const page = await open(t, cwd);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const marks = await page.locator(".mark").count();
  assert.equal(await page.locator(".listing li").count(), marks);
  assert.ok(await page.locator(".listing").isVisible());
  assert.ok(!(await page.locator("#panel").isVisible()));
  assert.ok(!(await page.locator(".top").isVisible()));
  const number = await page.locator(".mark").nth(2).evaluate((it) => getComputedStyle(it, "::after").content);
  assert.equal(number, '"3"');
});
