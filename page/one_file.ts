// The script of a page that is one file: it starts the program that lies in the page (inside.ts). Such a page has no worker,
// and asks nobody for a newer build.

import { start } from "./crash";
import { keepTexts } from "./texts";

keepTexts();

// Not until it is started: should it fail to load, the page can still say so.
start(() => import("raaderum"), () => location.reload());
