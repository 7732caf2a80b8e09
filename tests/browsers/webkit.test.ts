import { webkit } from "../support/webdriver/webkit.ts";
import { holdBrowser } from "./hold-browser.ts";

holdBrowser(webkit);
