// What is loaded when it is needed.

/** What reads and writes a file that others write to: for who has one, or wants one. */
export const sharedFile = (): Promise<typeof import("./shared_file.js")> => import("./shared_file.js");

/** Makes the file of a published catalogue. */
export async function publishedFile(title: string, description: string, content: string, data: string): Promise<string> {
  const module = await import("./publish.js");
  return module.publishedFile(title, description, content, data);
}
