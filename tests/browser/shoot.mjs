// Takes the screenshots that docs/ shows, and those an author looks at: node shoot.mjs PAGE.html FOLDER
import { chromium } from "playwright-core";
import path from "node:path";
import { pathToFileURL } from "node:url";
const [page, folder] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const url = pathToFileURL(path.resolve(page)).href;
for (const [name, width, height, scheme, language] of [
  ["ar-light-wide", 1360, 860, "light", "ar"],
  ["en-dark-wide", 1360, 860, "dark", "en"],
  ["ar-dark-narrow", 320, 660, "dark", "ar"],
  ["en-light-narrow", 390, 780, "light", "en"],
]) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: "reduce" });
  const tab = await context.newPage();
  tab.on("console", (it) => console.log(name, it.type(), it.text()));
  tab.on("pageerror", (it) => console.log(name, "error", it.stack));
  await tab.goto(url);
  if (language === "en") await tab.click("#language");
  if (await tab.locator("#panel").isVisible()) {
    await tab.keyboard.press("j");
    await tab.keyboard.press("a");
    await tab.keyboard.press("a");
    await tab.keyboard.press("r");
    await tab.evaluate(() => { document.getElementById("said").textContent = ""; });
  }
  await tab.screenshot({ path: path.join(folder, name + ".png") });
  await context.close();
}
const context = await browser.newContext();
const tab = await context.newPage();
await tab.goto(url);
await tab.pdf({ path: path.join(folder, "print.pdf"), format: "A4", preferCSSPageSize: true });
await browser.close();
