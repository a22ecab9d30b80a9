import { type Files, FOLDER } from './folder.ts';

/** The path of the script that the tests share, from the root of their server. */
export const PROBE = `/${FOLDER}/support/probe.js`;

/** Opens a connection and says what became of it: the one script that the tests share. */
export const probeFile: Files = {
  [PROBE.slice(1)]:
    `// Opens a connection, and says what became of it and which violations were told of. A second connection, which the policy
// forbids for certain, is opened afterwards: when its violation is there, that of the first is there, or stays out.
// The function is self-contained, so that its text can be run in another global.
async function probe(open, sentinel) {
  const violations = [];
  const last = new Promise((resolve) => {
    self.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
      if (blockedURI === sentinel || (blockedURI === 'data' && sentinel.startsWith('data:')))
        resolve();
      else
        violations.push(blockedURI);
    });
  });
  const outcome = await Promise.resolve().then(open).then(() => 'got through', () => 'failed');
  if (outcome === 'failed' && sentinel !== '') {
    fetch(sentinel, { mode: 'no-cors' }).catch(() => {});
    await last;
  }
  return { outcome, violations };
}
`,
};
