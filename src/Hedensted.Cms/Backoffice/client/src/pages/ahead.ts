const client = new URL(import.meta.url.replace(/pages\/[^/]*$/, '')); // written so that the bundler does not take it for a file of ours

/** Fetches what the backoffice loads first, behind everything else: it is in the browser's cache when the password is written. */
export async function fetchAhead(): Promise<void> {
  const fetchLater = (file: string) => fetch(new URL(file, client), { priority: 'low' });
  try {
    const files = (await (await fetchLater('first-load.json')).json()) as string[];
    await Promise.all(files.map(async (file) => (await fetchLater(file)).arrayBuffer())); // what is not read to its end is not kept
  } catch {
    // Then the backoffice fetches it by itself.
  }
}
