// Sums up test reports: the .trx files of a folder and JUnit files. Prints what was skipped and what failed, each with its reason, and ends with
// the line "N passed, N failed". Exits with 1 when a test failed, a report is missing or nothing ran.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const [folder, ...junitFiles] = process.argv.slice(2);
const sum = { passed: 0, failed: 0, skipped: 0 };
const skipped = [];
const failures = [];

const trxFiles = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.trx')) : [];
if (trxFiles.length === 0) {
  fail(`no test report in ${folder}`);
}
for (const name of trxFiles) {
  readTrx(readFileSync(path.join(folder, name), 'utf8'));
}
for (const file of junitFiles) {
  if (existsSync(file)) {
    readJUnit(readFileSync(file, 'utf8'));
  } else if (existsSync(path.dirname(path.dirname(file)))) {
    fail(`no test report ${file}`);
  }
}

print('Skipped', skipped);
print('Failed', failures);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;

function readTrx(xml) {
  for (const [, attributes, rest] of xml.matchAll(/<UnitTestResult\b([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)) {
    const name = attribute(attributes, 'testName');
    const outcome = attribute(attributes, 'outcome');
    if (outcome === 'Passed') {
      sum.passed++;
    } else if (outcome === 'NotExecuted') {
      skip(name, /<(?:StdOut|Message)>([\s\S]*?)<\//.exec(rest ?? '')?.[1]);
    } else {
      fail(name);
    }
  }
}

function readJUnit(xml) {
  for (const [, attributes, rest] of xml.matchAll(/<testcase\b([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
    const name = attribute(attributes, 'name');
    const skipping = /<skipped\b([^>]*)/.exec(rest ?? '');
    if (skipping) {
      skip(name, attribute(skipping[1], 'message'));
    } else if (/<(failure|error)\b/.test(rest ?? '')) {
      fail(name);
    } else {
      sum.passed++;
    }
  }
}

function skip(name, reason) {
  sum.skipped++;
  skipped.push(`${name}: ${unescape(reason ?? 'no reason given').trim()}`);
}

function fail(name) {
  sum.failed++;
  failures.push(name);
}

function print(title, lines) {
  if (lines.length > 0) {
    console.log(`${title}:\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
  }
}

function attribute(attributes, name) {
  return unescape(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

function unescape(text) {
  const named = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (named[name] ?? whole),
  );
}
