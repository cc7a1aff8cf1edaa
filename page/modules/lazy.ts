// What is loaded when it is needed.

/** What reads and writes a file that others write to: for who has one, or wants one. */
export const sharedFile = (): Promise<unknown> => import("./shared_file.js");

/** Makes the file of a published catalogue. */
export const publish = async (...texts: [title: string, description: string, content: string, data: string]): Promise<string> =>
  (await import("./publish.js")).publish(...texts);
