// Which tabs are open: each holds a lock of its own for as long as it lives.

/**
 * Takes the place of a tab, for as long as this page lives. Whether it could be taken: that tab is gone, and nobody else
 * has taken its place. Nothing where the browser has no locks.
 */
export function takePlace(tab: string): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    const unknown = () => resolve(undefined);
    // There are none where the page does not come from a safe origin.
    if (!("locks" in navigator)) return unknown();
    const hold = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock ? new Promise<never>(() => {}) : undefined;
    };
    navigator.locks.request(`raaderum-${tab}`, { ifAvailable: true }, hold).catch(unknown);
  });
}
