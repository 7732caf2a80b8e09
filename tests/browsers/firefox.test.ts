import { firefox } from "../support/webdriver/firefox.ts";
import { holdBrowser } from "./hold-browser.ts";

holdBrowser(firefox);
