/** What the commands of a node say. */
export const nodeEnglish = {
  help: {
    start: "Start the node: the screens in a browser, on a database of its own",
    port: "port to listen on (0: any free one)",
    data: "folder of the database and the keys",
    party: "parties this node speaks for, by comma",
  },
  building: "The screens are built once; this takes a few seconds.",
  notBuilt: "the screens could not be built",
  buildBy: "run: npm run build -w @kelisim/web",
  ready: (address: string, seconds: string) => `Kelisim is at ${address} (ready after ${seconds} s).`,
  signIn: (link: string) => `Sign in once with this link, within 15 minutes:\n  ${link}`,
  signInHosted: "Sign in with a passkey or your organisation's login.",
  data: (folder: string) => `Data: ${folder}. Stop with Ctrl-C.`,
  stopping: "Stopping.",
  stopped: "Stopped; everything is on disk.",
  inUse: (address: string | undefined) =>
    address === undefined
      ? "another node works on this data; it has not said at which address"
      : `a node works on this data already: ${address}`,
  inUseMend: "open that address, or stop that node first; another node needs another folder (--data)",
  portTaken: (port: number) => `port ${port} is taken by another program`,
  portTakenMend: "choose another: --port 4781 (or 0 for any free one)",
  notAPort: (text: string) => `"${text}" is not a port; give a number from 0 to 65535`,
  settingMend: "docs/node.md lists the settings",
};
