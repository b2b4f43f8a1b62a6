/** Milliseconds since 1970 by the browser's clock. */
export type Now = () => number;

/**
 * A clock that follows `read` but never runs backwards: when somebody sets the computer's clock back, it goes on from
 * where it was. (`performance.now()` would not do: in some browsers it stands still while a laptop sleeps.)
 */
export function steadyClock(read: Now): Now {
  let shift = 0;
  let last = -Infinity;
  return () => {
    const value = read() + shift;
    if (value < last) shift += last - value;
    last = Math.max(last, value);
    return last;
  };
}
