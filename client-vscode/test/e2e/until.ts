import { setTimeout } from 'node:timers/promises';

/** Waits for something that is not on the screen: a file, a process. */
export async function until(holds: () => boolean | Promise<boolean>, limitMilliseconds = 20_000): Promise<void> {
  for (const end = performance.now() + limitMilliseconds; !(await holds()); ) {
    if (performance.now() > end) {
      throw new Error(`Not within ${limitMilliseconds} ms: ${holds}`);
    }
    await setTimeout(25);
  }
}
