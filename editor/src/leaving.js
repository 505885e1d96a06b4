// Whoever signs out leaves nothing in the browser: the editor forgets who it was, and leads here. Then
// its copies of the files go too, and what has been written in forms without being saved, if asked.

/** What the editor puts after its address when somebody has signed out. */
export const SIGNED_OUT = "?utloggad";

const UNSAVED = "draft-backups";

/**
 * Empty what the editor keeps in the browser.
 *
 * backend: Where it saves, as its settings say it.
 * question: Asked if there is something that nobody has saved; it is kept unless the answer is yes.
 */
export async function forget({ name, repo }, question) {
  // Once: whoever signs in here again, and loads the page anew, has not signed out.
  history.replaceState(null, "", location.pathname);
  const database = await done(indexedDB.open(`${name}:${repo}`));
  const stores = [...database.objectStoreNames];
  if (stores.length) {
    const transaction = database.transaction(stores, "readwrite");
    const unsaved = stores.includes(UNSAVED) && (await done(transaction.objectStore(UNSAVED).count()));
    const gone = unsaved && !confirm(question) ? stores.filter((store) => store !== UNSAVED) : stores;
    await Promise.all(gone.map((store) => done(transaction.objectStore(store).clear())));
  }
  database.close();
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
