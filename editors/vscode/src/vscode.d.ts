/** The little of the editor's interface that the extension itself uses. */
declare module "vscode" {
  export interface FileSystemWatcher {
    dispose(): void;
  }
  export const workspace: { createFileSystemWatcher(pattern: string): FileSystemWatcher };
}
