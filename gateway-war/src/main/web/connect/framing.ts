/**
 * In whose pages this one is shown although nobody has said yet that they may show this tool, as the browser names them: its addresses of
 * the pages around, or of the one that opened it. Only what browsers accept there: https, and this machine.
 *
 * @param named origins and patterns such as https://*.school.edu, with blanks between
 */
export function unnamed(named: string, ancestors: readonly string[], referrer: string, own: string): readonly string[] {
  const known = named.split(' ').filter(Boolean);
  const around = ancestors.length > 0 ? ancestors : origin(referrer);
  return [...new Set(around)]
    .filter((one) => one !== own && !known.some((pattern) => covers(pattern, one)))
    .filter((one) => one.startsWith('https://') || /^http:\/\/(localhost|[^/:]+\.localhost|127(\.\d+){3})(:\d+)?$/.test(one));
}

function covers(pattern: string, one: string): boolean {
  const [scheme, domain] = pattern.split('*');
  return domain === undefined ? pattern === one : one.startsWith(scheme ?? '') && one.endsWith(domain);
}

function origin(address: string): string[] {
  try {
    return [new URL(address).origin];
  } catch {
    return [];
  }
}
