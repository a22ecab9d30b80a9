type Fields = Record<string, string | number | boolean | null>;

const names = [
  'documentURI',
  'referrer',
  'blockedURI',
  'effectiveDirective',
  'violatedDirective',
  'originalPolicy',
  'sourceFile',
  'sample',
  'disposition',
  'statusCode',
  'lineNumber',
  'columnNumber',
  'bubbles',
  'composed',
  'cancelable',
] as const;

/**
 * Hears every violation event of this global (CSP#report-violation): capturing on the global itself, so that none is
 * missed wherever in the tree it is fired.
 */
export function hearViolations(heard: (target: string, fields: Fields) => void): void {
  globalThis.addEventListener(
    'securitypolicyviolation',
    (event) => {
      const fields: Fields = {};
      for (const name of names) fields[name] = (event as unknown as Fields)[name] ?? null;
      heard(targetName(event.target), fields);
    },
    true,
  );
}

function targetName(target: EventTarget | null): string {
  if (typeof document === 'object' && target === document) return 'document';
  return target?.constructor.name ?? 'none';
}
