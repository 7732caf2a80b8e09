#!/usr/bin/env node

// Replays requests recorded from Apache CouchDB 3.5.0 against another server and compares the answers.
// No dependencies. See README.md next to this file for the transcript format.

import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { pathToFileURL } from "node:url";

const USAGE = `usage: node replay.mjs BASE_URL TRANSCRIPT.json [options]

  BASE_URL              the server under test, e.g. http://127.0.0.1:8080/db (a path is fine)
  --admin USER:PASSWORD server administrator of that server (default admin:admin)
  --only NAME[,NAME]    only these scenarios; a trailing * stands for any ending
  --area NAME           only the scenarios of this area
  --level core|edge     core: what clients live by; edge: odd input and what few use
  --list                list areas and scenarios, send nothing
  --verbose             print passing steps too, and every difference on a line of its own

Prints one line for each failing step and 'N passed, N failed' as the last line.
Exit status: 0 all passed, 1 something failed, 2 wrong usage.`;

// ---------------------------------------------------------------------------------------------
// Variables. Requests and answers hold placeholders such as {{rev:doc1:2}}. One Vars object lives
// as long as one scenario; an answer binds a name at its first appearance, later ones must agree.

const PLACEHOLDER = /\{\{([^{}]+)\}\}/g;
const WHOLE_PLACEHOLDER = /^\{\{([^{}]+)\}\}$/;
const CAPTURED = /^(rev|seq|id|etag|cookie|bookmark):/;

export class Unbound extends Error {}

export class Vars {
  constructor({ base, admin, run, scenario, captured = new Map() }) {
    Object.assign(this, { base, admin, run, scenario, captured });
  }

  /** A copy whose bindings can be thrown away. */
  fork() {
    return new Vars({ ...this, captured: new Map(this.captured) });
  }

  get(name) {
    const [kind, a, b] = name.split(":");
    switch (kind) {
      case "base":
        return this.base;
      case "admin":
        return a === "name" ? this.admin.name : this.admin.password;
      case "db":
        return `g${this.run}-${this.scenario}-${a}`;
      case "name":
        return `${a}-${this.run}-${this.scenario}`;
      case "repeat":
        return a.repeat(Number(b));
      case "hash":
        return this.captured.get(`rev:${name.slice(5)}`)?.replace(/^\d+-/, "");
      default:
        return this.captured.get(name);
    }
  }

  /** Replaces all placeholders in a string; `encode` is applied to each value put in. */
  fill(text, encode = String) {
    return text.replace(PLACEHOLDER, (_, name) => {
      const value = this.get(name);
      if (value === undefined) throw new Unbound(`{{${name}}} was not given by an earlier step`);
      return encode(value);
    });
  }

  /** Replaces all placeholders in a JSON value. */
  expand(value) {
    if (typeof value === "string") {
      const whole = value.match(WHOLE_PLACEHOLDER);
      const bound = whole && this.get(whole[1]);
      return bound ?? this.fill(value);
    }
    if (Array.isArray(value)) return value.map((item) => this.expand(item));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [this.fill(k), this.expand(v)]));
    }
    return value;
  }
}

/** The generation in a variable name: rev:doc1:3 and rev:doc1:3#2 are of generation 3. */
const generationOf = (name) => name.replace(/#.*$/, "").split(":").pop();

// ---------------------------------------------------------------------------------------------
// HTTP

function credentials(vars, who) {
  if (!who || who === "none") return null;
  if (who === "admin") return `${vars.admin.name}:${vars.admin.password}`;
  if (who.startsWith("user:")) return `${vars.get(`name:${who.slice(5)}`)}:pw-${who.slice(5)}`;
  if (who.startsWith("basic:")) return vars.fill(who.slice(6));
  throw new Error(`unknown authorization: ${who}`);
}

function requestHeaders(vars, request) {
  const headers = {};
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (name !== "authorization") headers[name] = vars.fill(value);
  }
  const login = credentials(vars, request.headers?.authorization);
  if (login) headers.authorization = `Basic ${Buffer.from(login).toString("base64")}`;
  return headers;
}

function requestTarget(vars, request) {
  const query = Object.entries(request.query ?? {})
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(vars.fill(value))}`)
    .join("&");
  return vars.fill(request.path, encodeURIComponent) + (query ? `?${query}` : "");
}

function requestBody(vars, request) {
  if (request.text !== undefined) return Buffer.from(vars.fill(request.text));
  if (request.body !== undefined) return Buffer.from(JSON.stringify(vars.expand(request.body)));
  return null;
}

/** Sends one recorded request. Resolves to {status, headers, data (Buffer), ms, heartbeats}. */
export function send(vars, request, timeoutMs = 20000) {
  const base = new URL(vars.base);
  const body = requestBody(vars, request);
  const headers = requestHeaders(vars, request);
  if (body) headers["content-length"] = body.length;
  const options = {
    method: request.method,
    host: base.hostname,
    port: base.port || (base.protocol === "https:" ? 443 : 80),
    path: base.pathname.replace(/\/$/, "") + requestTarget(vars, request),
    headers,
    agent: false,
  };
  const started = Date.now();
  return new Promise((resolve, reject) => {
    const req = (base.protocol === "https:" ? https : http).request(options, (res) => {
      const chunks = [];
      res.on("data", (chunk) => chunks.push(chunk));
      res.on("error", reject);
      res.on("end", () => {
        clearTimeout(timer);
        const heartbeats = chunks.filter((chunk) => /^\n+$/.test(chunk.toString())).length;
        resolve({
          status: res.statusCode,
          headers: res.headers,
          data: Buffer.concat(chunks),
          ms: Date.now() - started,
          heartbeats,
        });
      });
    });
    const timer = setTimeout(() => req.destroy(new Error(`no complete answer within ${timeoutMs} ms`)), timeoutMs);
    req.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    req.end(body);
  });
}

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

// ---------------------------------------------------------------------------------------------
// Comparison. Every function returns a list of differences, each a short text; empty means equal.

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

const jsonType = (value) => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

function show(value) {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
}

const differs = (path, expected, actual) => `${path}: expected ${show(expected)}, got ${show(actual)}`;

/** Compares with, or binds, one placeholder that makes up a whole string. */
function comparePlaceholder(vars, path, name, actual) {
  const kind = name.split(":")[0];
  const wildcards = {
    any: () => true, // also null
    string: () => typeof actual === "string",
    number: () => typeof actual === "number",
    seq: () => typeof actual === "number" || typeof actual === "string",
  };
  if (name in wildcards) return wildcards[name]() ? [] : [differs(path, `{{${name}}}`, actual)];

  if (kind === "hash") {
    const rev = `rev:${name.slice(5)}`;
    return comparePlaceholder(vars, path, rev, `${generationOf(name)}-${actual}`);
  }
  const known = vars.get(name);
  if (known !== undefined) return known === actual ? [] : [differs(path, `${known} ({{${name}}})`, actual)];
  if (!CAPTURED.test(name)) return [`${path}: the transcript has an unknown placeholder {{${name}}}`];
  const fits =
    kind === "seq"
      ? wildcards.seq()
      : typeof actual === "string" &&
        actual !== "" &&
        (kind !== "rev" || (actual.startsWith(`${generationOf(name)}-`) && !/\s/.test(actual)));
  if (!fits) return [differs(path, `{{${name}}}`, actual)];
  vars.captured.set(name, actual);
  return [];
}

function compareString(vars, path, expected, actual) {
  const whole = expected.match(WHOLE_PLACEHOLDER);
  if (whole) return comparePlaceholder(vars, path, whole[1], actual);
  let wanted;
  try {
    wanted = vars.fill(expected);
  } catch (error) {
    if (error instanceof Unbound) return [`${path}: ${error.message}`];
    throw error;
  }
  return wanted === actual ? [] : [differs(path, wanted, actual)];
}

const join = (path, key) => (path ? `${path}.${key}` : String(key));

/** Whether an element recorded under an id can only be this other one. */
function sameId(vars, element, other) {
  if (!isObject(element) || typeof element.id !== "string") return true;
  try {
    return vars.expand(element.id) === other?.id;
  } catch (error) {
    if (error instanceof Unbound) return true;
    throw error;
  }
}

/** Finds for every expected element an actual one of its own, whatever the order. */
function compareUnordered(vars, rules, path, expected, actual, mayHaveMore) {
  const label = path || "body";
  const found = [];
  const left = [...actual];
  for (const element of expected) {
    let best = null;
    for (const candidate of left.filter((other) => sameId(vars, element, other))) {
      const trial = vars.fork();
      const differences = compare(trial, rules, join(path, "*"), element, candidate);
      if (!best || differences.length < best.differences.length) best = { candidate, differences, trial };
      if (!differences.length) break;
    }
    if (!best) {
      found.push(`${label}: lacks ${show(element)}`);
      continue;
    }
    left.splice(left.indexOf(best.candidate), 1);
    vars.captured = best.trial.captured;
    found.push(...best.differences);
  }
  if (left.length && !mayHaveMore) found.push(`${label}: ${left.length} more than expected, e.g. ${show(left[0])}`);
  return found;
}

function compareObjects(vars, rules, path, expected, actual) {
  const found = [];
  const ignored = (key) => rules.ignore?.includes(join(path, key));
  const expectedKeys = new Map(Object.keys(expected).map((key) => [vars.fill(key), key]));
  for (const [key, templateKey] of expectedKeys) {
    if (ignored(key)) continue;
    if (key in actual) found.push(...compare(vars, rules, join(path, key), expected[templateKey], actual[key]));
    else found.push(`${join(path, key)}: missing, expected ${show(expected[templateKey])}`);
  }
  if (!rules.extra?.includes(path)) {
    for (const key of Object.keys(actual)) {
      if (!expectedKeys.has(key) && !ignored(key))
        found.push(`${join(path, key)}: not expected, got ${show(actual[key])}`);
    }
  }
  return found;
}

/** Compares a JSON value. `rules` holds lists of paths: unordered, contains, loose, extra, ignore. */
export function compare(vars, rules, path, expected, actual) {
  const label = path || "body";
  if (rules.loose?.includes(path)) {
    return jsonType(expected) === jsonType(actual) ? [] : [differs(label, `some ${jsonType(expected)}`, actual)];
  }
  if (typeof expected === "string") return compareString(vars, label, expected, actual);
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [differs(label, expected, actual)];
    const contains = rules.contains?.includes(path);
    if (contains || rules.unordered?.includes(path))
      return compareUnordered(vars, rules, path, expected, actual, contains);
    const found =
      expected.length === actual.length ? [] : [`${label}: expected ${expected.length} elements, got ${actual.length}`];
    for (let i = 0; i < Math.min(expected.length, actual.length); i++) {
      const pattern = join(path, "*");
      found.push(
        ...compare(vars, rules, pattern, expected[i], actual[i]).map((text) =>
          text.startsWith(pattern) ? join(path, i) + text.slice(pattern.length) : text,
        ),
      );
    }
    return found;
  }
  if (isObject(expected)) {
    return isObject(actual) ? compareObjects(vars, rules, path, expected, actual) : [differs(label, expected, actual)];
  }
  return Object.is(expected, actual) ? [] : [differs(label, expected, actual)];
}

/** Set-Cookie lines as [{name, value, attributes}], attribute names in lower case. */
export function parseCookies(lines = []) {
  return lines.map((line) => {
    const [pair, ...rest] = line.split(";").map((part) => part.trim());
    const split = (text) =>
      text.includes("=") ? [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)] : [text, ""];
    const [name, value] = split(pair);
    return { name, value, attributes: Object.fromEntries(rest.map(split).map(([k, v]) => [k.toLowerCase(), v])) };
  });
}

function compareCookies(vars, expected, actualLines) {
  const actual = parseCookies(actualLines);
  return expected.flatMap((cookie) => {
    const other = actual.find(({ name }) => name === cookie.name);
    if (!other) return [`set-cookie ${cookie.name}: missing`];
    const found = compareString(vars, `set-cookie ${cookie.name}`, cookie.value, other.value);
    for (const [key, value] of Object.entries(cookie.attributes)) {
      if (key === "version") continue; // obsolete, nobody reads it
      if (!(key in other.attributes)) found.push(`set-cookie ${cookie.name}: lacks the attribute ${key}`);
      const wanted = key === "path" ? new URL(vars.base).pathname : null; // "/" or the path the server lives under
      if (wanted && !["/", wanted, `${wanted}/`].includes(other.attributes.path ?? "/")) {
        found.push(differs(`set-cookie ${cookie.name} path`, value, other.attributes.path));
      }
    }
    return found;
  });
}

function compareHeaders(vars, expected, actual) {
  const found = [];
  for (const [name, value] of Object.entries(expected ?? {})) {
    const given = actual[name];
    if (name === "allow") continue; // recorded as information
    if (name === "set-cookie") found.push(...compareCookies(vars, value, given));
    else if (value === null)
      found.push(...(given === undefined ? [] : [`header ${name}: expected none, got ${show(given)}`]));
    else if (given === undefined) found.push(`header ${name}: missing, expected ${show(value)}`);
    else if (name === "content-type") {
      if (given.split(";")[0].trim() !== value.split(";")[0].trim())
        found.push(differs("header content-type", value, given));
    } else if (name === "cache-control") {
      const directives = given.split(",").map((text) => text.trim());
      if (!directives.includes(value)) found.push(differs("header cache-control", value, given));
    } else if (name === "location") {
      // absolute or not, with whatever host: the end of the path counts
      const path = vars.fill(value.replace("{{base}}", ""), encodeURIComponent);
      if (!decodeURIComponent(given).endsWith(decodeURIComponent(path)))
        found.push(differs("header location", path, given));
    } else if (name === "etag") {
      // quotes must agree, their content may be a variable
      const quoted = value.match(/^"(.*)"$/);
      const content = given.match(/^"(.*)"$/);
      if (quoted && !content) found.push(differs("header etag", value, given));
      else found.push(...compareString(vars, "header etag", quoted ? quoted[1] : value, quoted ? content[1] : given));
    } else found.push(...compareString(vars, `header ${name}`, value, given));
  }
  return found;
}

/** nano's spool() reads _changes line by line: each row a line of its own, last_seq on another. */
function compareRowLines(text) {
  const isRow = (line) => {
    try {
      return "changes" in JSON.parse(line.replace(/,$/, ""));
    } catch {
      return false;
    }
  };
  const lines = text.split(/\s*\n/);
  const rows = lines.filter(isRow).length;
  const found = [];
  if (rows !== (text.match(/"changes":/g) ?? []).length)
    found.push(`body: only ${rows} rows stand on a line of their own`);
  if (!lines.some((line) => !isRow(line) && /"last_seq":(.+?)[},]/.test(line)))
    found.push("body: last_seq does not stand on a line after the rows");
  return found;
}

function compareContent(vars, rules, expected, answer) {
  const text = answer.data.toString("utf8");
  const found = [];
  if (expected.heartbeats && answer.heartbeats < expected.heartbeats) {
    found.push(
      `body: expected at least ${expected.heartbeats} newlines sent one by one while waiting, got ${answer.heartbeats}`,
    );
  }
  if (expected.row_lines) found.push(...compareRowLines(text));
  if (expected.text !== undefined) found.push(...compareString(vars, "body", expected.text, text));
  try {
    if (expected.lines) {
      const lines = text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
      found.push(...compare(vars, rules, "", expected.lines, lines));
    } else if (expected.body !== undefined) found.push(...compare(vars, rules, "", expected.body, JSON.parse(text)));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    found.push(`body: not JSON: ${show(text)}`);
  }
  return found;
}

const headersThatMustBeAbsent = ({ headers }) =>
  Object.fromEntries(Object.entries(headers ?? {}).filter(([, value]) => value === null));

/** Compares one answer with the recorded one; where CouchDB's own status is odd, `also_status` names others as good. */
export function compareAnswer(vars, rules, expected, answer) {
  if (expected.also_status?.includes(answer.status))
    return compareHeaders(vars, headersThatMustBeAbsent(expected), answer.headers);
  const found = [];
  if (answer.status !== expected.status) {
    found.push(
      `status: expected ${[expected.status, ...(expected.also_status ?? [])].join(" or ")}, got ${answer.status}`,
    );
  }
  const { min_ms: min, max_ms: max } = expected.timing ?? {};
  if (min !== undefined && answer.ms < min) found.push(`answered after ${answer.ms} ms, expected at least ${min} ms`);
  if (max !== undefined && answer.ms > max) found.push(`answered after ${answer.ms} ms, expected at most ${max} ms`);
  found.push(...compareContent(vars, rules ?? {}, expected, answer));
  found.push(...compareHeaders(vars, expected.headers, answer.headers));
  return found;
}

// ---------------------------------------------------------------------------------------------
// Running

/** Sends a step's request and, while it is under way, the requests that belong to it. */
export async function sendStep(vars, step) {
  if (step.wait_ms) await sleep(step.wait_ms);
  const main = send(vars, step.request);
  main.catch(() => {}); // it is awaited below, after the requests made meanwhile
  const during = [];
  for (const other of step.during ?? []) {
    await sleep(other.after_ms);
    during.push(await send(vars, other.request));
  }
  return { answer: await main, during };
}

async function runStep(vars, step) {
  try {
    const { answer, during } = await sendStep(vars, step);
    const found = during.flatMap((other, i) =>
      compareAnswer(vars, step.during[i].rules, step.during[i].response, other).map(
        (text) => `meanwhile ${step.during[i].request.method}: ${text}`,
      ),
    );
    return [...found, ...compareAnswer(vars, step.rules, step.response, answer)];
  } catch (error) {
    return [error instanceof Unbound ? `not sent: ${error.message}` : `${error.code ?? error.name}: ${error.message}`];
  }
}

/** Clean-up is never judged. A document is deleted at whatever revision it has by now. */
export async function cleanUp(vars, step) {
  try {
    const request = structuredClone(step.request);
    if (request.query?.rev === "{{current}}") {
      const answer = await send(vars, { ...request, method: "GET", query: {} });
      request.query.rev = JSON.parse(answer.data)._rev;
      if (!request.query.rev) return;
    }
    await send(vars, request);
  } catch {
    /* the next scenario uses other names anyway */
  }
}

function selectScenarios(transcript, options) {
  const wanted = options.only?.split(",");
  const matches = (name) =>
    !wanted || wanted.some((w) => (w.endsWith("*") ? name.startsWith(w.slice(0, -1)) : w === name));
  return transcript.scenarios.filter(
    ({ name, area, level }) =>
      matches(name) && (!options.area || options.area === area) && (!options.level || options.level === level),
  );
}

async function replay(transcript, options) {
  const run = Date.now().toString(36);
  const [name, ...password] = options.admin.split(":");
  let passed = 0;
  let failed = 0;
  for (const { name: scenario } of selectScenarios(transcript, options)) {
    const vars = new Vars({ base: options.base, admin: { name, password: password.join(":") }, run, scenario });
    for (const step of transcript.steps.filter((s) => s.scenario === scenario)) {
      if (step.kind === "cleanup") {
        await cleanUp(vars, step);
        continue;
      }
      const found = await runStep(vars, step);
      const title = `${scenario} / ${step.step} (${step.request.method} ${step.request.path})`;
      if (found.length) {
        failed++;
        console.log(`FAIL ${title}: ${found.join(options.verbose ? "\n     " : "; ")}`);
      } else if (step.kind !== "setup") {
        // a set-up step counts only when it fails
        passed++;
        if (options.verbose) console.log(`ok   ${title}`);
      }
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

function list(transcript, options) {
  for (const { name, area, level, about } of selectScenarios(transcript, options)) {
    const count = transcript.steps.filter((s) => s.scenario === name && !s.kind).length;
    console.log(`${area.padEnd(12)} ${level} ${name.padEnd(28)} ${String(count).padStart(3)}  ${about}`);
  }
}

function parseArguments(argv) {
  const options = { admin: "admin:admin" };
  const positional = [];
  for (let i = 0; i < argv.length; i++) {
    if (["--admin", "--only", "--area", "--level"].includes(argv[i])) options[argv[i].slice(2)] = argv[++i];
    else if (["--list", "--verbose"].includes(argv[i])) options[argv[i].slice(2)] = true;
    else if (argv[i].startsWith("-")) return null;
    else positional.push(argv[i]);
  }
  if (positional.length !== 2 || !/^https?:\/\//.test(positional[0])) return null;
  return { ...options, base: positional[0].replace(/\/$/, ""), file: positional[1] };
}

async function main() {
  const options = parseArguments(process.argv.slice(2));
  if (!options) {
    console.error(USAGE);
    process.exit(2);
  }
  const transcript = JSON.parse(readFileSync(options.file, "utf8"));
  if (options.list) return list(transcript, options);
  process.exitCode = (await replay(transcript, options)) ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
