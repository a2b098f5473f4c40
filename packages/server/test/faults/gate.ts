import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to a database that can be shut: while it is, every connection through it is cut and a new one refused. */
export interface Gate {
  readonly port: number;
  shut(): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
}

export async function openGate(target: { readonly host: string; readonly port: number }): Promise<Gate> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  let server: Server;
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server = createServer((socket) => {
        const on = connect(target);
        for (const each of [socket, on]) keep(each);
        socket.pipe(on).pipe(socket);
        socket.on("close", () => on.destroy());
        on.on("close", () => socket.destroy());
      });
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        const bound = server.address();
        resolve(typeof bound === "object" && bound !== null ? bound.port : 0);
      });
    });
  const shut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  const port = await listen(0);
  return {
    port,
    shut,
    async open() {
      await listen(port);
    },
    close: shut,
  };
}
