// A folder with articles, the program, and a browser that opens what it writes.

import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const FASIH = process.env.FASIH || "target/debug/fasih";
const ROOT = path.resolve(import.meta.dirname, "../..");
export const SAMPLE = path.join(ROOT, "tests/corpus/sample.ar.txt");

export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox"],
});

/** A new folder that holds `files`: names and texts. */
export function folder(files) {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), "fasih-browser-"));
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(made, name), text);
  return made;
}

/** Runs the program in a folder: its status and standard output. */
export function fasih(cwd, ...args) {
  const { status, stdout, stderr } = spawnSync(FASIH, args, { cwd, maxBuffer: 1 << 28, encoding: "utf8" });
  return { status, stdout, stderr };
}

/** The sample article and its page. */
export function sample() {
  const cwd = folder({ "a.ar.txt": fs.readFileSync(SAMPLE) });
  execFileSync(FASIH, ["report", "a.ar.txt", "-o", "review.html"], { cwd });
  return cwd;
}

/** Opens a page of the folder; what goes wrong in it fails the test, and so does any request. */
export async function open(t, cwd, name = "review.html", options = {}) {
  const { before, ...rest } = options;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", acceptDownloads: true, ...rest });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  t.after(() => context.close());
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  page.problems = [];
  page.on("pageerror", (it) => page.problems.push(String(it.stack)));
  page.on("console", (it) => { if (it.type() === "error") page.problems.push(it.text()); });
  page.on("dialog", (it) => { page.problems.push("dialog: " + it.message()); it.dismiss(); });
  page.on("request", (it) => { if (!/^(file|data|blob):/.test(it.url())) page.problems.push("request: " + it.url()); });
  await page.goto(pathToFileURL(path.join(cwd, name)).href);
  return page;
}

/** What a click on `selector` downloads, as bytes. */
export async function downloaded(page, selector) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
  return fs.readFileSync(await download.path());
}

export const menu = (page, id) => page.click(".menu > summary").then(() => downloaded(page, "#" + id));
