export { type NodeOptions, type RunningNode, startNode } from "./node.ts";
export { type OpenDatabase, openDatabase } from "./open-database.ts";
export { DEFAULT_PORT, readSettings, SettingRefused, type Settings } from "./settings.ts";
