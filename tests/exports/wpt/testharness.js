// A minimal stand-in for web-platform-tests' testharness.js: only what the exported tests use. The result of the page is
// the promise `testResult`: a status as that file has them, and a message.
// biome-ignore-all lint/correctness/noUnusedVariables: the tests use them
const tests = [];
let told;
const testResult = new Promise((resolve) => {
  told = resolve;
});

class AssertionError extends Error {}
class OptionalFeatureError extends Error {}

function assert_equals(actual, expected, description) {
  if (!Object.is(actual, expected))
    throw new AssertionError(`${description}: expected ${expected} but got ${actual}`);
}

function assert_implements_optional(condition, description) {
  if (!condition) throw new OptionalFeatureError(description);
}

function promise_test(run, name) {
  tests.push({ run, name });
}

addEventListener('load', async () => {
  const [{ run, name }] = tests;
  try {
    await run({});
    told({ name, status: 'PASS', message: '' });
  } catch (error) {
    const status = error instanceof OptionalFeatureError ? 'PRECONDITION_FAILED' : 'FAIL';
    told({ name, status, message: String(error.message), asserted: error instanceof AssertionError });
  }
});
