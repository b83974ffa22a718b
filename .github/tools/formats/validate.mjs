// Validates reports by other people's tools: `node validate.mjs FORMAT FILE...`
// fails where a file has an error. FORMAT is sarif, for logs that go to GitHub,
// sarif-audit, or junit.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const [format, ...files] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'formats-'));

// The native program itself: the package's wrapper hands the `;` of the rule
// kinds to a shell, which ends the command there.
function multitool() {
  const platform = { darwin: 'darwin', linux: 'linux', win32: 'win32' }[process.platform];
  const root = dirname(createRequire(import.meta.url).resolve(`@microsoft/sarif-multitool-${platform}/package.json`));
  const program = join(root, platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
  chmodSync(program, 0o755); // The package leaves this to a script that is not run.
  return program;
}

// errors lists what the validator finds wrong, by its own log: its exit code
// says nothing.
function errors(kinds, logs) {
  const output = join(scratch, 'validation.sarif');
  rmSync(output, { force: true });
  execFileSync(multitool(), ['validate', ...logs, '--rule-kind', kinds, '--output', output], { stdio: 'ignore' });
  const [run] = JSON.parse(readFileSync(output, 'utf8')).runs;
  return (run.results ?? [])
    .filter((result) => result.level === 'error')
    .map((result) => {
      const at = result.locations?.[0]?.physicalLocation;
      return `${basename(at?.artifactLocation?.uri ?? '?')}:${at?.region?.startLine}: ${result.ruleId} ${result.message.arguments?.join(' ')}`;
    });
}

// broken makes a copy of a log with one flaw.
function broken(file, name, flaw) {
  const log = JSON.parse(readFileSync(file, 'utf8'));
  flaw(log.runs[0]);
  const copy = join(scratch, name);
  writeFileSync(copy, JSON.stringify(log));
  return copy;
}

function sarif(kinds, github) {
  const model = files.find((file) => JSON.parse(readFileSync(file, 'utf8')).runs[0].results.some((result) => result.locations));
  const flaws = {
    'no-message': (run) => delete run.results[0].message,
    'line-0': (run) => (run.results.find((result) => result.locations).locations[0].physicalLocation.region.startLine = 0),
    'unknown-member': (run) => (run.results[0].verdict = 'wrong'),
    'no-uri': (run) => (run.results.find((result) => result.locations).locations[0].physicalLocation.artifactLocation.uri = 'a b'),
  };
  if (github) flaws['no-place'] = (run) => delete run.results[0].locations;
  // A validator that finds nothing may have looked at nothing.
  const rejected = errors(kinds, Object.entries(flaws).map(([name, flaw]) => broken(model, `${name}.sarif`, flaw)));
  for (const name of Object.keys(flaws)) {
    if (!rejected.some((error) => error.startsWith(`${name}.sarif:`))) throw new Error(`the validator accepts a log with ${name}`);
  }
  return errors(kinds, files);
}

async function junit() {
  const schema = readFileSync(new URL('../../../checker/internal/report/testdata/junit.xsd', import.meta.url), 'utf8');
  const validate = async (xml) => (await validateXML({ xml, schema: [schema] })).errors.map((error) => error.rawMessage);
  const text = readFileSync(files[0], 'utf8');
  for (const flawed of [text.replace('tests="', 'test="'), text.replace('</testsuites>', '</testsuite>'), text.replace('name=', 'time="x" name=')]) {
    if ((await validate([{ fileName: 'broken.xml', contents: flawed }])).length === 0) throw new Error('the validator accepts a broken report');
  }
  return validate(files.map((file) => ({ fileName: basename(file), contents: readFileSync(file, 'utf8') })));
}

try {
  const found =
    format === 'junit' ? await junit() : format === 'sarif' ? sarif('Sarif;Ghas', true) : format === 'sarif-audit' ? sarif('Sarif', false) : [`no such format: ${format}`];
  found.slice(0, 20).forEach((error) => console.error(error));
  console.log(`${format}: ${files.length} files, ${found.length} errors`);
  process.exitCode = found.length === 0 && files.length > 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true });
}
