import "./ui/theme/base.css";
import { startApp } from "./app/start/start-app.tsx";

void startApp(document);
