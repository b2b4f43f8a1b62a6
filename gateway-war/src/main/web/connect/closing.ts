/** LTI Dynamic Registration 1.0 §3.8: tells the platform that all is done. */
export const close = { subject: 'org.imsglobal.lti.close' } as const;

/**
 * To whom that may be told: the origins the platform named for itself, and the window we are in as the browser names it, because
 * hosted platforms show the page under a school's own name. Never everybody.
 */
export function addressees(named: string, ancestors: readonly string[], referrer: string): readonly string[] {
  const parent = ancestors[0] ?? origin(referrer);
  return [...new Set([...named.split(' ').filter(Boolean), ...(parent && parent !== 'null' ? [parent] : [])])];
}

function origin(address: string): string | undefined {
  try {
    return new URL(address).origin;
  } catch {
    return undefined;
  }
}
